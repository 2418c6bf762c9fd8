using System.Globalization;

namespace ScoSearch.TestSupport.Generators;

/// <summary>Random query specifications over the common schema, of every kind that the judge knows.</summary>
public sealed class RandomQueries(Random random)
{
    /// <summary>The kinds of query, for asking for one of each.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "term", "bool", "or", "and", "msm", "phrase", "sloppy", "phraseat", "prefix", "wildcard", "regexp", "fuzzy",
        "termrange", "numrange", "sortednumrange", "const", "boost", "dismax", "synonym", "all", "none", "nested",
    ];

    private static readonly string[] TextFields = ["body", "body", "title", "plain", "payloads", "freqs"];
    private static readonly string[] PositionFields = ["body", "body", "title", "plain", "payloads"];
    private static readonly string[] ClauseKinds = ["must", "should", "should", "should", "filter", "mustnot"];

    private readonly RandomWords _words = new(random);

    /// <summary>A query of any kind.</summary>
    public string Next() => Next(Pick(Kinds));

    /// <summary>A query of one kind.</summary>
    public string Next(string kind) => kind switch
    {
        "term" => Term(),
        "bool" => Bool(() => Leaf()),
        "or" => Clauses("should", 2, 6),
        "and" => Clauses("must", 2, 4),
        "msm" => MinimumShouldMatch(),
        "phrase" => Phrase(0),
        "sloppy" => Phrase(random.Next(1, 8)),
        "phraseat" => PhraseAt(),
        "prefix" => $"(prefix {Field()} {Quote(Start(Word()))})",
        "wildcard" => $"(wildcard {Field()} {Quote(Wildcard())})",
        "regexp" => $"(regexp {Field()} {Quote(Regexp())})",
        "fuzzy" => Fuzzy(),
        "termrange" => TermRange(),
        "numrange" => Range("numrange", "num", 500),
        "sortednumrange" => random.Next(2) == 0 ? Range(kind, "nums", 100) : Range(kind, "num", 500),
        "const" => $"(const {Leaf()})",
        "boost" => $"(boost {Number(Boost())} {Leaf()})",
        "dismax" => DisMax(),
        "synonym" => Synonym(),
        "all" => "(all)",
        "none" => "(none)",
        "nested" => Bool(() => random.Next(3) == 0 ? Bool(() => Leaf()) : Next(Pick(Kinds.SkipLast(1).ToArray()))),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of query"),
    };

    /// <summary>A sort order in the form of the judge's option "sort", without the option's name.</summary>
    public string Sort()
    {
        string[] fields =
        [
            "(long num)", "(long num reverse)", "(long num (missing 0))", "(long num reverse (missing -600))",
            "(string sorted)", "(string sorted reverse)", "(string sorted (missing last))",
            "(string sorted reverse (missing first))", "(longs nums)", "(longs nums max reverse)",
            "(longs nums (missing 50))", "(strings set)", "(strings set reverse (missing last))", "(score)",
        ];
        string first = Pick(fields);
        return random.Next(2) == 0 ? first : first + " " + Pick([.. fields, "(doc)", "(doc reverse)"]);
    }

    /// <summary>A sort order that our engine knows: by score, document, or values of which a document has one.</summary>
    public string SortOfSingleValues()
    {
        string[] fields =
        [
            "(long num)", "(long num reverse)", "(long num (missing -9223372036854775808))",
            "(long num reverse (missing -9223372036854775808))", "(long num (missing 9223372036854775807))",
            "(long num reverse (missing 9223372036854775807))", "(int num)", "(string sorted)",
            "(string sorted reverse)", "(string sorted (missing last))", "(string sorted (missing first))",
            "(string sorted reverse (missing first))", "(string sorted reverse (missing last))", "(score)",
        ];
        string first = Pick(fields);
        return random.Next(2) == 0 ? first : first + " " + Pick([.. fields, "(doc)", "(doc reverse)"]);
    }

    private string Leaf() => random.Next(10) switch
    {
        < 5 => Term(),
        5 => Phrase(random.Next(3)),
        6 => Next("prefix"),
        7 => Next("numrange"),
        8 => Next("synonym"),
        _ => random.Next(4) == 0 ? "(all)" : Next("wildcard"),
    };

    private string Term() => random.Next(8) switch
    {
        0 => $"(term tag \"t{random.Next(35)}\")",
        1 => $"(term id \"{random.Next(200)}\")",
        2 => $"(term {Field()} \"missing{random.Next(3)}\")",
        _ => $"(term {Field()} {Quote(Word())})",
    };

    private string Bool(Func<string> part)
    {
        List<string> clauses = [];
        for (int count = random.Next(1, 5); count > 0; count--)
        {
            clauses.Add($"({Pick(ClauseKinds)} {part()})");
        }

        return $"(bool {string.Join(' ', clauses)})";
    }

    private string Clauses(string occur, int least, int most)
    {
        string field = Field();
        IEnumerable<string> clauses = Enumerable.Range(0, random.Next(least, most + 1))
            .Select(_ => $"({occur} (term {field} {Quote(Word())}))");
        return $"(bool {string.Join(' ', clauses)})";
    }

    private string MinimumShouldMatch()
    {
        int count = random.Next(2, 7);
        List<string> clauses = [.. Enumerable.Range(0, count).Select(_ => $"(should {Term()})")];
        if (random.Next(3) == 0)
        {
            clauses.Add($"({Pick(["must", "filter", "mustnot"])} {Term()})");
        }

        return $"(bool {string.Join(' ', clauses)} (msm {random.Next(1, count + 1)}))";
    }

    private string Phrase(int slop)
    {
        IEnumerable<string> words = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Quote(Word()));
        return $"(phrase {Pick(PositionFields)} {slop} {string.Join(' ', words)})";
    }

    private string PhraseAt()
    {
        List<string> parts = [];
        int position = random.Next(3);
        for (int count = random.Next(2, 4); count > 0; count--)
        {
            parts.Add($"{position} {Quote(Word())}");
            position += random.Next(4);
        }

        return $"(phraseat {Pick(PositionFields)} {random.Next(4)} {string.Join(' ', parts)})";
    }

    private string Wildcard()
    {
        string word = Word();
        int at = random.Next(word.Length + 1);
        return random.Next(4) switch
        {
            0 => string.Concat(word.AsSpan(0, at), "*"),
            1 => string.Concat("*", word.AsSpan(at)),
            2 => string.Concat(word.AsSpan(0, at), "?", word.AsSpan(Math.Min(word.Length, at + 1))),
            _ => string.Concat(word.AsSpan(0, at), "*", word.AsSpan(at), "?"),
        };
    }

    private string Regexp() => random.Next(6) switch
    {
        0 => $"w{random.Next(1, 10)}[0-9]",
        1 => $"w({random.Next(10, 99)}|{random.Next(100, 400)})",
        2 => $"{Word()}.?",
        3 => "[中经发]..?",
        4 => $"w[{random.Next(1, 5)}-{random.Next(5, 10)}]+",
        _ => $".*{random.Next(10)}",
    };

    private string Fuzzy()
    {
        string field = random.Next(3) == 0 ? "tag" : Field();
        string word = field == "tag" ? $"t{random.Next(40)}" : Word();
        string transpositions = random.Next(2) == 0 ? "true" : "false";
        return $"(fuzzy {field} {Quote(word)} {random.Next(3)} {random.Next(3)} {transpositions})";
    }

    private string TermRange()
    {
        string[] ends = [Word(), Word()];
        Array.Sort(ends, StringComparer.Ordinal);
        string lower = random.Next(6) == 0 ? "*" : Quote(ends[0]);
        string upper = random.Next(6) == 0 ? "*" : Quote(ends[1]);
        return $"(termrange {Field()} {lower} {upper} {YesNo()} {YesNo()})";
    }

    private string Range(string kind, string field, int spread)
    {
        int from = random.Next(-spread, spread);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"({kind} {field} {from} {(random.Next(8) == 0 ? long.MaxValue : from + random.Next(-2, spread))})");
    }

    private string DisMax()
    {
        IEnumerable<string> parts = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Leaf());
        return $"(dismax {Number(random.Next(3) * 0.5f * random.NextSingle())} {string.Join(' ', parts)})";
    }

    // Boosts that are no binary fractions: their products do not add up exactly, so that the order of additions shows.
    private string Synonym()
    {
        IEnumerable<string> parts = Enumerable.Range(0, random.Next(1, 8)).Select(_ => Word()).Distinct()
            .Select(word => $"({Quote(word)} {Number(random.Next(3) == 0 ? 1 : 1 - random.NextSingle())})");
        return $"(synonym {Field()} {string.Join(' ', parts)})";
    }

    private float Boost() => random.Next(6) == 0 ? 0 : random.NextSingle() * 4;

    private string Start(string word) => word[..random.Next(word.Length + 1)];

    private string YesNo() => random.Next(2) == 0 ? "true" : "false";

    private string Word() => _words.Word();

    private string Field() => Pick(TextFields);

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    private static string Number(float value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Quote(string text) => JudgeEscapes.Quote(text);
}
