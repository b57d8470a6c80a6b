// Classifies the 10,000 test images of Fashion-MNIST with a network whose trained weights are part of the program.
using System.Text;
using FashionMnist;
using Spectre.Console;
using Spectre.Console.Rendering;

if (args is ["--help" or "-h"])
{
    Console.WriteLine(
        """
        Usage: FashionMnist [FOLDER]
               FashionMnist train FOLDER [FILE]

        Classifies images of clothing and reports how many are right, how long it takes and what it allocates.
        FOLDER holds images of 28 x 28 pixels and their labels in the IDX format, gzip-compressed or not, in two files
        whose names end in images-idx3-ubyte and labels-idx1-ubyte. Without it: the test images of Fashion-MNIST.

        With train, makes new weights from the 60,000 training images in FOLDER, train-images-idx3-ubyte and
        train-labels-idx1-ubyte, and writes them to FILE, if given, in the safetensors format.
        """);
    return 0;
}

Console.OutputEncoding = Encoding.UTF8;
LabelledImages images;
try
{
    if (args is ["train", string trainFolder, .. { Length: <= 1 } file])
    {
        Training.Run(trainFolder, file is [string path] ? path : null);
        return 0;
    }

    if (args.Length > 1 || args is ["train"])
    {
        return Fail("expected [FOLDER] or train FOLDER [FILE], found " + string.Join(' ', args));
    }

    images = LabelledImages.Load(args is [string folder] ? folder : AppContext.BaseDirectory);
}
catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
{
    return Fail(e.Message);
}

// The network and its size, known when the program was compiled.
FashionClassifier network = FashionClassifier.Default;
Console.WriteLine(FashionClassifier.Summary);
Console.WriteLine();

// Every image once, counting what is allocated meanwhile. The loop is a method of its own: when .NET replaces a method
// whose loop is hot by an optimised one, it may allocate for the rest of that method.
int[] predictions = new int[images.Count];
void ClassifyAll()
{
    for (int i = 0; i < images.Count; i++)
    {
        predictions[i] = network.Classify(images[i]);
    }
}

long allocated = GC.GetAllocatedBytesForCurrentThread();
ClassifyAll();
allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;

// The first three images and the first that the network gets wrong.
int[] right = [.. Enumerable.Range(0, images.Count).Where(i => predictions[i] == images.Labels[i])];
int[] wrong = [.. Enumerable.Range(0, images.Count).Except(right)];
List<IRenderable> drawings = [];
foreach (int i in right.Take(3).Concat(wrong.Take(1)))
{
    int predicted = network.Classify(images[i], out float confidence);
    drawings.Add(Drawing.Image(images[i], images.Labels[i], predicted, confidence));
}

AnsiConsole.Write(new Columns(drawings) { Expand = false });

double accuracy = (double)right.Length / images.Count;
Console.WriteLine($"{images.Name}: {right.Length:N0} of {images.Count:N0} are classified right, {accuracy:P2}");
AnsiConsole.Write(Drawing.ConfusionMatrix(images.Labels, predictions));

// Speed: an image at a time, and all of them in one call.
double one = Timing.MedianMicroseconds(images.Count, ClassifyAll);
float[] probabilities = new float[images.Count * FashionClassifier.OutputLength];
double batch = Timing.MedianMicroseconds(images.Count, () => network.ForwardBatch(images.Pixels, probabilities));
Console.WriteLine($"Classify      {one,6:F2} microseconds an image");
Console.WriteLine($"ForwardBatch  {batch,6:F2} microseconds an image");
Console.WriteLine($"{images.Count:N0} calls of Classify allocated {allocated:N0} bytes");
return 0;

static int Fail(string problem)
{
    Console.Error.WriteLine($"error: {problem}");
    return 1;
}
