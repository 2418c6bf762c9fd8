namespace ScoSearch.Benchmarks;

/// <summary>Unsigned order of byte strings, which is the order of terms.</summary>
internal sealed class ByteOrder : IComparer<byte[]>
{
    public static ByteOrder Instance { get; } = new();

    public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
}
