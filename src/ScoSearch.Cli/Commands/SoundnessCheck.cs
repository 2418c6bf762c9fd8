using ScoSearch.Core.Indexing;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Cli.Commands;

/// <summary>Result of checking an index. Immutable.</summary>
/// <param name="Segments">Number of segments.</param>
/// <param name="Paragraphs">Number of paragraphs.</param>
/// <param name="Damage">The first damage found, or null.</param>
internal sealed record SoundnessCheck(int Segments, int Paragraphs, CorruptIndexException? Damage)
{
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    public static SoundnessCheck Run(string index)
    {
        using FSDirectory directory = IndexFolder.Open(index);
        try
        {
            using DirectoryReader reader = DirectoryReader.Open(directory);
            foreach (LeafReaderContext leaf in reader.Leaves)
            {
                leaf.Reader.CheckIntegrity();
            }

            return new SoundnessCheck(reader.Leaves.Count, reader.NumDocs, null);
        }
        catch (CorruptIndexException e)
        {
            return new SoundnessCheck(0, 0, e);
        }
    }
}
