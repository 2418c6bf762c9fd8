using System.Globalization;
using System.IO;
using System.IO.Compression;
using ScoSearch.DictionaryBuilder.SmartCn;
using ScoSearch.Lucene.Analysis.SmartCn;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Analysis;

/// <summary>
/// The segmenter by its definition: string dictionaries, a list of nodes, all edges. The slow twin of
/// <see cref="HmmSegmenter"/>.
/// </summary>
internal sealed class NaiveSegmenter
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _prefixes = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), int> _pairs = [];
    private readonly Dictionary<(int, int), double> _weights = [];

    public NaiveSegmenter()
    {
        foreach (string[] row in Rows("core-words.tsv.gz"))
        {
            _words.Add(row[0], int.Parse(row[1], CultureInfo.InvariantCulture));
            for (int length = 1; length <= row[0].Length; length++)
            {
                _prefixes.Add(row[0][..length]);
            }
        }

        foreach (string[] row in Rows("bigrams.tsv.gz"))
        {
            _pairs.Add((row[0], row[1]), int.Parse(row[2], CultureInfo.InvariantCulture));
        }
    }

    public IReadOnlyCollection<string> Words => _words.Keys;

    /// <summary>The words of a sentence as (start, end).</summary>
    public List<(int Start, int End)> Segment(string sentence)
    {
        List<Node> nodes = [new(-1, 0, "始##始", _words["始##始"])];
        for (int i = 0; i < sentence.Length;)
        {
            i = AddNodes(sentence, i, nodes);
        }

        nodes.Add(new(sentence.Length, sentence.Length + 1, "末##末", _words["末##末"]));
        return BestPath(nodes);
    }

    private List<(int Start, int End)> BestPath(List<Node> nodes)
    {
        double[] cost = new double[nodes.Count];
        int[] predecessor = new int[nodes.Count];
        Array.Fill(cost, double.PositiveInfinity, 1, nodes.Count - 1);
        for (int left = 0; left < nodes.Count - 1; left++)
        {
            int next = nodes.Skip(left + 1).Where(node => node.Start >= nodes[left].End).Min(node => node.Start);
            for (int right = left + 1; right < nodes.Count; right++)
            {
                double candidate = cost[left] + Weight(nodes[left], nodes[right]);
                if (nodes[right].Start == next && candidate < cost[right])
                {
                    cost[right] = candidate;
                    predecessor[right] = left;
                }
            }
        }

        List<(int, int)> path = [];
        for (int node = predecessor[^1]; node > 0; node = predecessor[node])
        {
            path.Add((nodes[node].Start, nodes[node].End));
        }

        path.Reverse();
        return path;
    }

    private double Weight(Node left, Node right)
    {
        (int, int) arguments = (left.Frequency, _pairs.GetValueOrDefault((left.Key, right.Key)));
        if (!_weights.TryGetValue(arguments, out double weight))
        {
            weight = EdgeWeight.Compute(arguments.Item1, arguments.Item2);
            _weights.Add(arguments, weight);
        }

        return weight;
    }

    private int AddNodes(string sentence, int i, List<Node> nodes)
    {
        CharacterType type = CharacterTypes.Classify(sentence[i]);
        int end = i + 1;
        switch (type)
        {
            case CharacterType.Space:
                break;
            case CharacterType.Han:
                AddWords(sentence, i, nodes);
                break;
            case CharacterType.Letter or CharacterType.WideLetter:
                while (end < sentence.Length
                    && CharacterTypes.Classify(sentence[end]) is CharacterType.Letter or CharacterType.WideLetter)
                {
                    end++;
                }

                nodes.Add(new(i, end, "未##串", _words["未##串"]));
                break;
            case CharacterType.Digit or CharacterType.WideDigit:
                while (end < sentence.Length
                    && CharacterTypes.Classify(sentence[end]) is CharacterType.Digit or CharacterType.WideDigit)
                {
                    end++;
                }

                nodes.Add(new(i, end, "未##数", _words["未##数"]));
                break;
            case CharacterType.Delimiter:
                nodes.Add(new(i, end, sentence[i].ToString(), EdgeWeight.MaxFrequency));
                break;
            case CharacterType.Surrogate:
                bool hasNext = end < sentence.Length;
                end += hasNext && char.IsSurrogatePair(sentence[i], sentence[end]) ? 1 : 0;
                nodes.Add(new(i, end, sentence[i..end], 0));
                break;
            default:
                nodes.Add(new(i, end, "未##串", _words["未##串"]));
                break;
        }

        return end;
    }

    private void AddWords(string sentence, int i, List<Node> nodes)
    {
        string word = sentence[i].ToString();
        nodes.Add(new(i, i + 1, word, _words.GetValueOrDefault(word)));
        for (int j = i + 1; _prefixes.Contains(word);)
        {
            while (j < sentence.Length && CharacterTypes.Classify(sentence[j]) == CharacterType.Space)
            {
                j++;
            }

            if (j == sentence.Length || CharacterTypes.Classify(sentence[j]) != CharacterType.Han)
            {
                break;
            }

            word += sentence[j++];
            if (_words.TryGetValue(word, out int frequency))
            {
                nodes.Add(new(i, j, word, frequency));
            }
        }
    }

    private static IEnumerable<string[]> Rows(string file)
    {
        using FileStream compressed = File.OpenRead(SharedData.PathOf("data", "smartcn", file));
        using GZipStream plain = new(compressed, CompressionMode.Decompress);
        using StreamReader reader = new(plain);
        foreach (string line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return line.Split('\t');
        }
    }

    private sealed record Node(int Start, int End, string Key, int Frequency);
}
