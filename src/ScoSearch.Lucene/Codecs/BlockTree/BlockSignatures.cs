namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>Which characters occur in the terms of each block of a field and in those below it. Immutable and thread-safe.</summary>
/// <remarks>
/// A walk for terms near a word has to look into nearly every block, because any first character may be the wrong one; but all
/// those terms contain most characters of the word, and few blocks do. Kept in memory, about 75 bytes for a block of 25 to 48
/// terms, and made by one walk through all blocks. Example: of the blocks of a dictionary of Chinese words about one in six is
/// left for a word of two characters and one edit, far fewer for longer words.
/// </remarks>
internal sealed class BlockSignatures
{
    // By rising .tim offset. Floor blocks of one chain are neighbours in the file and so in the arrays.
    private readonly long[] _pointers;
    private readonly CharacterSignature[] _signatures;
    private readonly bool[] _isLast;

    /// <exception cref="Store.CorruptIndexException">A block of the field is damaged.</exception>
    public BlockSignatures(FieldTerms terms)
    {
        List<(long Pointer, CharacterSignature Signature, bool IsLast)> blocks = BlockSignaturesBuilder.Walk(terms);
        _pointers = [.. blocks.Select(block => block.Pointer)];
        _signatures = [.. blocks.Select(block => block.Signature)];
        _isLast = [.. blocks.Select(block => block.IsLast)];
    }

    /// <summary>The .tim offset of the first block from one on, in its chain, that may have a wanted term; -1 when none has.</summary>
    /// <param name="filePointer">.tim offset of a block of the field.</param>
    /// <param name="bits">Of the wanted characters (<see cref="CharacterSignature.BitOf"/>).</param>
    /// <param name="required">How many of them a term must have.</param>
    public long FindCandidate(long filePointer, ReadOnlySpan<int> bits, int required)
    {
        int index = Array.BinarySearch(_pointers, filePointer);
        if (index < 0)
        {
            // Not a block that the walk met: let the reader of the file say what is wrong with it.
            return filePointer;
        }

        for (; _signatures[index].Count(bits) < required; index++)
        {
            if (_isLast[index])
            {
                return -1;
            }
        }

        return _pointers[index];
    }
}
