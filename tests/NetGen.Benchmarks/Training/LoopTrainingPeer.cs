namespace NetGen.Benchmarks.Training;

/// <summary>Backpropagation and AdamW as a textbook has them, in C# loops, sample by sample: ReLU, and softmax with cross entropy.</summary>
internal sealed class LoopTrainingPeer : TrainingPeer
{
    private readonly TrainingBatch _batch;
    private readonly Layer[] _layers;
    private readonly float[] _parameters, _gradients, _first, _second;
    private int _step;

    public LoopTrainingPeer(TrainingBatch batch)
        : base(PeerNames.Loop)
    {
        _batch = batch;
        int start = 0;
        List<Layer> layers = [];
        foreach (DenseParameters layer in batch.Samples.Layers())
        {
            layers.Add(new Layer(layer, start));
            start += layer.Weights.Length + layer.Bias.Length;
        }

        _layers = [.. layers];
        _parameters = [.. batch.Samples.Parameters];
        _gradients = new float[_parameters.Length];
        _first = new float[_parameters.Length];
        _second = new float[_parameters.Length];
    }

    public override ReadOnlySpan<float> Gradients => _gradients;

    protected override float Step()
    {
        Array.Clear(_gradients);
        float loss = 0;
        for (int sample = 0; sample < _batch.Count; sample++)
        {
            int length = _batch.Samples.Network.InputLength;
            ReadOnlySpan<float> input = _batch.Samples.Inputs.AsSpan(sample * length, length);
            Forward(input);
            loss -= MathF.Log(_layers[^1].Values[_batch.Labels[sample]]);
            Backward(input, _batch.Labels[sample]);
        }

        Update();
        return loss / _batch.Count;
    }

    private void Forward(ReadOnlySpan<float> input)
    {
        foreach (Layer layer in _layers)
        {
            Span<float> values = layer.Values;
            for (int o = 0; o < values.Length; o++)
            {
                float sum = _parameters[layer.Bias + o];
                ReadOnlySpan<float> weights = _parameters.AsSpan(layer.Weights + (o * input.Length), input.Length);
                for (int i = 0; i < input.Length; i++)
                {
                    sum += weights[i] * input[i];
                }

                values[o] = sum;
            }

            LoopPeer.Activate(layer.Activation, values);
            input = values;
        }
    }

    private void Backward(ReadOnlySpan<float> input, int label)
    {
        // Of softmax and cross entropy together, by the softmax's inputs.
        Layer last = _layers[^1];
        for (int o = 0; o < last.Errors.Length; o++)
        {
            last.Errors[o] = (last.Values[o] - (o == label ? 1 : 0)) / _batch.Count;
        }

        for (int l = _layers.Length - 1; l >= 0; l--)
        {
            Layer layer = _layers[l];
            Span<float> before = l > 0 ? _layers[l - 1].Errors : default;
            ReadOnlySpan<float> inputs = l > 0 ? _layers[l - 1].Values : input;
            before.Clear();
            for (int o = 0; o < layer.Errors.Length; o++)
            {
                float error = layer.Errors[o];
                _gradients[layer.Bias + o] += error;
                int start = layer.Weights + (o * inputs.Length);
                Span<float> gradients = _gradients.AsSpan(start, inputs.Length);
                for (int i = 0; i < inputs.Length; i++)
                {
                    gradients[i] += error * inputs[i];
                }

                ReadOnlySpan<float> weights = _parameters.AsSpan(start, inputs.Length);
                for (int i = 0; i < before.Length; i++)
                {
                    before[i] += error * weights[i];
                }
            }

            for (int i = 0; i < before.Length; i++)
            {
                before[i] = inputs[i] > 0 ? before[i] : 0;
            }
        }
    }

    private void Update()
    {
        _step++;
        float first = 1 - MathF.Pow(TrainingBatch.Beta1, _step), second = 1 - MathF.Pow(TrainingBatch.Beta2, _step);
        for (int i = 0; i < _parameters.Length; i++)
        {
            float gradient = _gradients[i];
            float m = _first[i] = (TrainingBatch.Beta1 * _first[i]) + ((1 - TrainingBatch.Beta1) * gradient);
            float v = _second[i] = (TrainingBatch.Beta2 * _second[i]) + ((1 - TrainingBatch.Beta2) * gradient * gradient);
            float decayed = _parameters[i] * (1 - (TrainingBatch.LearningRate * TrainingBatch.WeightDecay));
            _parameters[i] = decayed
                - (TrainingBatch.LearningRate * (m / first) / (MathF.Sqrt(v / second) + TrainingBatch.Epsilon));
        }
    }

    private sealed class Layer(DenseParameters layer, int start)
    {
        public Activation Activation => layer.Activation;

        /// <summary>The index of the first weight.</summary>
        public int Weights => start;

        /// <summary>The index of the first bias value.</summary>
        public int Bias { get; } = start + layer.Weights.Length;

        public float[] Values { get; } = new float[layer.Outputs];

        /// <summary>The gradient by the sums.</summary>
        public float[] Errors { get; } = new float[layer.Outputs];
    }
}
