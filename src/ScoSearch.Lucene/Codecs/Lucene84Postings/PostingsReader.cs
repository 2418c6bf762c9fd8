using ScoSearch.Lucene.Codecs.BlockTree;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>The postings of one segment: terms dictionaries and lists of all its fields. Immutable and thread-safe.</summary>
internal sealed class PostingsReader
{
    private readonly Dictionary<string, FieldTerms> _fields = new(StringComparer.Ordinal);
    private readonly List<TermsDictReader> _dictionaries = [];

    /// <summary>Opens all files and reads the field tables.</summary>
    /// <exception cref="Store.CorruptIndexException">A file is damaged.</exception>
    /// <exception cref="Store.IndexFormatVersionException">A file has a version that is not supported.</exception>
    public PostingsReader(SegmentReadState state)
    {
        foreach (IGrouping<string?, FieldInfo> group in
            state.FieldInfos.GroupBy(Lucene84PostingsFormat.SuffixOf, StringComparer.Ordinal))
        {
            if (group.Key is not null)
            {
                PostingsFiles files = new(state, group.Key, [.. group]);
                TermsDictReader dictionary = new(state, group.Key, files);
                _dictionaries.Add(dictionary);
                foreach (FieldTerms terms in dictionary.Fields)
                {
                    _fields.Add(terms.Field.Name, terms);
                }
            }
        }
    }

    /// <summary>Names of the fields that have terms, in ordinal order.</summary>
    public IEnumerable<string> FieldNames => _fields.Keys.Order(StringComparer.Ordinal);

    /// <summary>The terms of a field, or null when it has none in this segment.</summary>
    public Terms? GetTerms(string field) => _fields.GetValueOrDefault(field);

    /// <summary>Computes the checksums of all files and compares them with the footers. Cost: one pass over the bytes.</summary>
    public void CheckIntegrity() => _dictionaries.ForEach(dictionary => dictionary.CheckIntegrity());
}
