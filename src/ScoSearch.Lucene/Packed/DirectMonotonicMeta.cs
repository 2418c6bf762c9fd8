namespace ScoSearch.Lucene.Packed;

/// <summary>The meta part of a sequence written by <see cref="DirectMonotonicWriter"/>. Immutable.</summary>
/// <param name="Count">Number of values.</param>
/// <param name="BlockShift">Logarithm of the values a block.</param>
/// <param name="Blocks">One line a block.</param>
internal sealed record DirectMonotonicMeta(long Count, int BlockShift, DirectMonotonicMeta.Block[] Blocks)
{
    /// <summary>One block: value i is <c>Min + (long)(Slope × (float)i)</c> plus packed data of <c>Width</c> bits at <c>Offset</c>.</summary>
    internal readonly record struct Block(long Min, float Slope, long Offset, int Width);
}
