// From one neuron to a small classifier. The weights stand in the attributes, so that every number that is printed can
// be checked by hand. Each section is a file of its own: the network first, then what it shows.
using FirstNeuron;

Title("1. One neuron: does it pass the exam?");
ExamSection.Run();

Title("2. Rosenblatt's perceptron: a neuron that says yes or no");
PerceptronSection.Run();

Title("3. XOR with a hidden layer");
XorSection.Run();

Title("4. A classifier, step by step");
SmallClassifierSection.Run();

Title("5. Why layers need activations: a linear stack collapses");
LinearLayersSection.Run();

static void Title(string text) => Console.WriteLine($"\n{text}\n{new string('=', text.Length)}\n");
