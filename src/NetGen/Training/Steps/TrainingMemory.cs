using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// All memory of one trainer, allocated once, each part from a 64-byte boundary on. The pointers are valid as long as it is
/// alive: who uses them keeps it.
/// </summary>
internal sealed unsafe class TrainingMemory
{
    /// <summary>Rows are computed a few at a time: a batch's memory ends at a multiple of this.</summary>
    public const int RowMultiple = 24;

    private readonly List<float[]> _arrays = [];
    private readonly TrainingLayer[] _layers;
    private readonly int[] _starts;
    private readonly float*[] _transposed, _values, _derivatives;

    public TrainingMemory(TrainingLayer[] layers, int batchSize, int states)
    {
        _layers = layers;
        _starts = new int[layers.Length];
        _transposed = new float*[layers.Length];
        _values = new float*[layers.Length + 1];
        _derivatives = new float*[layers.Length];
        int rows = checked((batchSize + RowMultiple - 1) / RowMultiple * RowMultiple);
        for (int i = 0; i < layers.Length; i++)
        {
            TrainingLayer layer = layers[i];
            _starts[i] = Length;
            Length = checked(Length + layer.Length);
            ParameterCount = checked(ParameterCount + layer.ParameterCount);
            _transposed[i] = Allocate(i == 0 ? 0 : layer.TransposedLength);
            _values[i] = Allocate(checked(rows * layer.InputStride));
            _derivatives[i] = Allocate(checked(rows * layer.OutputStride));
        }

        _values[layers.Length] = Allocate(checked(rows * layers[^1].OutputStride));
        Errors = Allocate(checked(rows * layers[^1].OutputStride));
        Parameters = Allocate(Length);
        Gradients = Allocate(Length);
        StateLength = states > 0 ? Length : 0;
        States = [Allocate(StateLength), Allocate(states > 1 ? Length : 0)];
        StateCount = states;
    }

    /// <summary>The floats of all layers' parameters in their layout.</summary>
    public int Length { get; }

    public int ParameterCount { get; }

    public float* Parameters { get; }

    public float* Gradients { get; }

    /// <summary>The optimiser's two arrays of state.</summary>
    public float*[] States { get; }

    public int StateCount { get; }

    /// <summary>The gradients by the last layer's values, then by its sums: [rows, output stride].</summary>
    public float* Errors { get; }

    private int StateLength { get; }

    /// <summary>Where a layer's parameters start, and with them their gradients and states.</summary>
    public int Start(int layer) => _starts[layer];

    /// <summary>A layer's transposed weights; of the first there are none.</summary>
    public float* Transposed(int layer) => _transposed[layer];

    /// <summary>A layer's inputs, a copy of the samples or the outputs of the layer before, from a row on.</summary>
    public float* Inputs(int layer, int row) => _values[layer] + ((nint)row * _layers[layer].InputStride);

    public float* Outputs(int layer, int row) => _values[layer + 1] + ((nint)row * _layers[layer].OutputStride);

    public float* Derivatives(int layer, int row) => _derivatives[layer] + ((nint)row * _layers[layer].OutputStride);

    /// <summary>The gradients by a layer's sums, once they are computed.</summary>
    public float* SumGradients(int layer) => layer == _layers.Length - 1 ? Errors : _derivatives[layer];

    public Span<float> State(int index, int start, int length) =>
        index < StateCount ? new(States[index] + start, length) : default;

    /// <summary>Copies values in canonical order into the layout of the parameters.</summary>
    public void Pack(ReadOnlySpan<float> values, float* packed)
    {
        for (int i = 0; i < _layers.Length; i++)
        {
            _layers[i].Pack(values, new(packed + _starts[i], _layers[i].Length));
            values = values[_layers[i].ParameterCount..];
        }

        GC.KeepAlive(this);
    }

    /// <summary>The inverse of <see cref="Pack"/>.</summary>
    public void Unpack(float* packed, Span<float> values)
    {
        for (int i = 0; i < _layers.Length; i++)
        {
            _layers[i].Unpack(new(packed + _starts[i], _layers[i].Length), values);
            values = values[_layers[i].ParameterCount..];
        }

        GC.KeepAlive(this);
    }

    /// <summary>Brings the transposed weights up to date.</summary>
    public void Transpose()
    {
        for (int i = 1; i < _layers.Length; i++)
        {
            for (int panel = 0; panel < _layers[i].Panels; panel++)
            {
                Transpose(i, panel, 0, _layers[i].Inputs);
            }
        }

        GC.KeepAlive(this);
    }

    /// <summary>Brings a part of a layer's transposed weights up to date.</summary>
    public void Transpose(int layer, int panel, int firstInput, int inputs) => PanelTransposition.Copy(
        _layers[layer], Parameters + _starts[layer] + _layers[layer].WeightStart, _transposed[layer], panel, firstInput, inputs);

    private float* Allocate(int length)
    {
        // Pinned: its address stays.
        float[] array = AlignedMemory.Allocate(length, out int start);
        _arrays.Add(array);
        return (float*)Unsafe.AsPointer(ref array[start]);
    }
}
