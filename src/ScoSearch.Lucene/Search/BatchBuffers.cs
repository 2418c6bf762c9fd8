namespace ScoSearch.Lucene.Search;

/// <summary>Scratch arrays of a bulk scorer. One set a thread is kept between calls; more are made where scorers call scorers.</summary>
/// <remarks>A class of our own rather than the shared array pools: those must be compiled for double and float when a process starts.</remarks>
internal sealed class BatchBuffers
{
    /// <summary>Length of every array.</summary>
    public const int Size = 4096;

    [ThreadStatic]
    private static BatchBuffers? Spare;

    private BatchBuffers()
    {
    }

    public int[] DocIds { get; } = new int[Size];

    public float[] Scores { get; } = new float[Size];

    /// <summary>Sums of the documents in <see cref="DocIds"/>.</summary>
    public double[] DocSums { get; } = new double[Size];

    /// <summary>Sums by document of a window; zero when taken and to be zero again when given back.</summary>
    public double[] WindowSums { get; } = new double[Size];

    /// <summary>Takes the thread's set, or makes one.</summary>
    public static BatchBuffers Take()
    {
        BatchBuffers buffers = Spare ?? new BatchBuffers();
        Spare = null;
        return buffers;
    }

    /// <summary>Gives a set back to the thread. One whose scorer failed must be dropped instead.</summary>
    public void Return() => Spare = this;
}
