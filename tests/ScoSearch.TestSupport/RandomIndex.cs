namespace ScoSearch.TestSupport;

/// <summary>Random documents over a small vocabulary in which a few words are very frequent.</summary>
public sealed class RandomIndex
{
    public const string Field = "body";

    private readonly Random _random;
    private IReadOnlyList<NaiveDocument>? _documents;

    public RandomIndex(int seed, int maxDocs = 400)
    {
        _random = new Random(seed);
        Vocabulary = [.. Enumerable.Range(0, 40).Select(_ => RandomWord()).Distinct()];
        int segments = _random.Next(1, 5);
        Segments = [.. Enumerable.Range(0, segments).Select(_ => Segment(_random.Next(1, maxDocs)))];
        Reader = new NaiveIndexReader(Segments, blockSize: _random.Next(2, 17));
    }

    public string[] Vocabulary { get; }

    public IReadOnlyList<IReadOnlyList<NaiveDocument>> Segments { get; }

    public NaiveIndexReader Reader { get; }

    /// <summary>All documents with their index-wide doc ids in order.</summary>
    public IReadOnlyList<NaiveDocument> Documents => _documents ??= [.. Segments.SelectMany(segment => segment)];

    public string Word() => Vocabulary[(int)(Vocabulary.Length * Math.Pow(_random.NextDouble(), 3))];

    private string RandomWord()
    {
        const string letters = "abc中文词";
        return string.Concat(Enumerable.Range(0, _random.Next(1, 6)).Select(_ => letters[_random.Next(letters.Length)]));
    }

    private List<NaiveDocument> Segment(int count)
    {
        bool deletes = _random.Next(2) == 0;
        bool allHaveField = _random.Next(2) == 0;
        List<NaiveDocument> documents = [];
        for (int i = 0; i < count; i++)
        {
            NaiveDocument document = new() { IsDeleted = deletes && _random.Next(5) == 0 };
            if (allHaveField || _random.Next(10) > 0)
            {
                int length = _random.Next(4) == 0 ? _random.Next(1, 120) : _random.Next(1, 20);
                document.AddText(Field, string.Join(' ', Enumerable.Range(0, length).Select(_ => Word())));
            }

            if (_random.Next(8) > 0)
            {
                document.Numbers["number"] = _random.Next(-20, 20);
            }

            if (_random.Next(8) > 0)
            {
                document.Strings["string"] = Word();
            }

            documents.Add(document);
        }

        return documents;
    }
}
