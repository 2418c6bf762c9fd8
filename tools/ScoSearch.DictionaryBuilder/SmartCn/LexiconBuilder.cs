using System.IO;
using System.Runtime.InteropServices;
using ScoSearch.Lucene.Analysis.SmartCn;

namespace ScoSearch.DictionaryBuilder.SmartCn;

/// <summary>
/// Packs the words and word pairs of SmartCn into the file that <see cref="SmartChineseLexicon"/> reads.
/// </summary>
/// <remarks>
/// Words and pairs that the segmenter can never ask for (other markers, mixed words, doubled marks) are left out.
/// </remarks>
internal sealed class LexiconBuilder
{
    private const string BeginMarker = "始##始";
    private const string EndMarker = "末##末";
    private const string StringMarker = "未##串";
    private const string NumberMarker = "未##数";

    private readonly Dictionary<string, int> _frequencies = new(StringComparer.Ordinal);
    private readonly List<(string Left, string Right, int Frequency)> _pairs = [];
    private readonly List<string> _punctuation;
    private readonly double[] _weights;
    private readonly Dictionary<double, ushort> _weightIndex = [];
    private readonly Dictionary<(int Left, int Pair), double> _weightOfArguments = [];

    private LexiconBuilder(string folder)
    {
        foreach (string[] row in TsvFile.ReadRows(Path.Combine(folder, "core-words.tsv.gz"), 2))
        {
            if (IsHanWord(row[0]) || row[0] is BeginMarker or EndMarker or StringMarker or NumberMarker)
            {
                _frequencies.Add(row[0], TsvFile.ParseDecimal(row[1]));
            }
        }

        foreach (string[] row in TsvFile.ReadRows(Path.Combine(folder, "bigrams.tsv.gz"), 3))
        {
            if (IsReachable(row[0]) && IsReachable(row[1]))
            {
                _pairs.Add((row[0], row[1], TsvFile.ParseDecimal(row[2])));
            }
        }

        _punctuation = [.. _pairs.SelectMany(static pair => new[] { pair.Left, pair.Right })
            .Where(IsPunctuation).Distinct().Order(StringComparer.Ordinal)];
        _weights = ComputeWeights();
        for (int i = 0; i < _weights.Length; i++)
        {
            _weightIndex.Add(_weights[i], checked((ushort)i));
        }
    }

    /// <summary>Packs the tables of a folder.</summary>
    public static byte[] Build(string folder) => new LexiconBuilder(folder).Pack();

    private static bool IsHanWord(string word) =>
        word.AsSpan().IndexOfAnyExceptInRange(CharacterTypes.FirstHan, CharacterTypes.LastHan) < 0;

    private static bool IsPunctuation(string word) =>
        word.Length == 1 && CharacterTypes.Classify(word[0]) == CharacterType.Delimiter;

    private bool IsReachable(string word) => _frequencies.ContainsKey(word) || IsPunctuation(word);

    private int LeftFrequency(string word) =>
        IsPunctuation(word) ? EdgeWeight.MaxFrequency : _frequencies.GetValueOrDefault(word);

    // The weights used most come first: running text then touches few cache lines of the table.
    private double[] ComputeWeights()
    {
        Dictionary<double, long> uses = [];
        foreach (int frequency in _frequencies.Values.Append(EdgeWeight.MaxFrequency).Append(0))
        {
            double weight = Weight(frequency, 0);
            uses[weight] = uses.GetValueOrDefault(weight) + frequency;
        }

        foreach ((string left, _, int frequency) in _pairs)
        {
            double weight = Weight(LeftFrequency(left), frequency);
            uses[weight] = uses.GetValueOrDefault(weight) + frequency;
        }

        return [.. uses.OrderByDescending(static use => use.Value).ThenBy(static use => use.Key)
            .Select(static use => use.Key)];
    }

    private byte[] Pack()
    {
        DoubleArray trie = DoubleArray.Build([.. _frequencies.Where(static word => IsHanWord(word.Key))]);
        PairTable pairs = PairTable.Build([.. _pairs.Select(pair =>
            (pair.Left, pair.Right, _weightIndex[Weight(LeftFrequency(pair.Left), pair.Frequency)]))], LeftFrequency);
        LexiconNode[] nodes = CreateNodes(trie, pairs);
        ushort[] codes = trie.Codes;
        for (int i = 0; i < _punctuation.Count; i++)
        {
            codes[_punctuation[i][0]] = (ushort)(SpecialNode.FirstPunctuation + i);
        }

        using MemoryStream packed = new();
        using BinaryWriter writer = new(packed);
        writer.Write(SmartChineseLexicon.Magic);
        writer.Write(nodes.Length);
        writer.Write(pairs.Entries.Count);
        writer.Write(_weights.Length);
        writer.Write(MemoryMarshal.AsBytes(codes.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(nodes.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(pairs.Entries.ToArray().AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(_weights.AsSpan()));
        return packed.ToArray();
    }

    private LexiconNode[] CreateNodes(DoubleArray trie, PairTable pairs)
    {
        if (SpecialNode.FirstPunctuation + _punctuation.Count != SpecialNode.Count)
        {
            throw new InvalidDataException($"{_punctuation.Count} punctuation marks in pairs");
        }

        LexiconNode[] nodes = new LexiconNode[trie.SlotCount + SpecialNode.Count];
        for (int slot = 0; slot < trie.SlotCount; slot++)
        {
            nodes[slot] = CreateNode(null, pairs, trie.Parent(slot), trie.Base(slot), false);
        }

        foreach ((string word, int slot) in trie.SlotOfWord)
        {
            nodes[slot] = CreateNode(word, pairs, trie.Parent(slot), trie.Base(slot), true);
        }

        Span<LexiconNode> special = nodes.AsSpan(trie.SlotCount);
        special[SpecialNode.PlainPunctuation] = CreateNode(null, pairs, 0, 0, true);
        special[SpecialNode.PlainPunctuation].AbsentWeight = AbsentWeight(EdgeWeight.MaxFrequency);
        special[SpecialNode.Begin] = CreateNode(BeginMarker, pairs, 0, 0, true);
        special[SpecialNode.End] = CreateNode(EndMarker, pairs, 0, 0, true);
        special[SpecialNode.String] = CreateNode(StringMarker, pairs, 0, 0, true);
        special[SpecialNode.Number] = CreateNode(NumberMarker, pairs, 0, 0, true);
        special[SpecialNode.Unknown] = CreateNode(null, pairs, 0, 0, true);
        for (int i = 0; i < _punctuation.Count; i++)
        {
            special[SpecialNode.FirstPunctuation + i] = CreateNode(_punctuation[i], pairs, 0, 0, true);
        }

        return nodes;
    }

    private LexiconNode CreateNode(string? word, PairTable pairs, int parent, int @base, bool isWord)
    {
        PairRow row = word is null ? PairRow.None : pairs.Row(word);
        int column = word is null ? (int)PairEntry.NoColumn : pairs.Column(word);
        return new LexiconNode
        {
            Transition = LexiconNode.Pack(parent, @base, column, isWord),
            RowPlace = row.Place,
            RowSeed = row.Seed,
            AbsentWeight = AbsentWeight(word is null ? 0 : LeftFrequency(word)),
        };
    }

    private ushort AbsentWeight(int leftFrequency) => _weightIndex[Weight(leftFrequency, 0)];

    // The exact logarithm is slow, and there are six times as many pairs as different arguments.
    private double Weight(int leftFrequency, int pairFrequency)
    {
        if (!_weightOfArguments.TryGetValue((leftFrequency, pairFrequency), out double weight))
        {
            weight = EdgeWeight.Compute(leftFrequency, pairFrequency);
            _weightOfArguments.Add((leftFrequency, pairFrequency), weight);
        }

        return weight;
    }
}
