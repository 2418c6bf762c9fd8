using System.Text;

namespace ScoSearch.Lucene.Automata;

/// <summary>Makes <see cref="RegexpNode"/>s, equal ones once, in a form simple enough that derivatives stay few. Not thread-safe.</summary>
internal sealed class RegexpFactory
{
    private readonly Dictionary<string, RegexpNode> _nodes = new(StringComparer.Ordinal);

    public RegexpFactory()
    {
        Nothing = Intern("0", id => new RegexpNode(id, RegexpKind.Nothing, false));
        Empty = Intern("e", id => new RegexpNode(id, RegexpKind.Empty, true));
        AnyPoint = Class([(0, 0x10FFFF)]);
        AnyString = Repeat(AnyPoint, 0, RegexpNode.Unbounded);
    }

    public RegexpNode Nothing { get; }

    public RegexpNode Empty { get; }

    public RegexpNode AnyPoint { get; }

    public RegexpNode AnyString { get; }

    public RegexpNode Point(int codePoint) => Class([(codePoint, codePoint)]);

    public RegexpNode Text(string text)
    {
        RegexpNode node = Empty;
        foreach (Rune rune in text.EnumerateRunes().Reverse())
        {
            node = Concat(Point(rune.Value), node);
        }

        return node;
    }

    /// <param name="ranges">In any order, may overlap; none matches nothing.</param>
    public RegexpNode Class(IEnumerable<(int First, int Last)> ranges)
    {
        List<(int First, int Last)> merged = [];
        foreach ((int first, int last) in ranges.Where(range => range.First <= range.Last).Order())
        {
            if (merged.Count > 0 && first <= merged[^1].Last + 1)
            {
                merged[^1] = (merged[^1].First, Math.Max(merged[^1].Last, last));
            }
            else
            {
                merged.Add((first, last));
            }
        }

        return merged.Count == 0
            ? Nothing
            : Intern($"c{string.Join(',', merged)}", id => new RegexpNode(id, RegexpKind.Class, false) { Ranges = merged });
    }

    public RegexpNode Concat(RegexpNode left, RegexpNode right)
    {
        if (left == Nothing || right == Nothing)
        {
            return Nothing;
        }

        if (left == Empty || right == Empty)
        {
            return left == Empty ? right : left;
        }

        return left.Kind == RegexpKind.Concat
            ? Concat(left.Parts[0], Concat(left.Parts[1], right))
            : Intern($".{left.Id},{right.Id}", id => new RegexpNode(
                id, RegexpKind.Concat, left.IsNullable && right.IsNullable) { Parts = [left, right] });
    }

    public RegexpNode Union(RegexpNode left, RegexpNode right)
    {
        if (left == AnyString || right == AnyString)
        {
            return AnyString;
        }

        if (left.Kind == RegexpKind.Class && right.Kind == RegexpKind.Class)
        {
            return Class(left.Ranges.Concat(right.Ranges));
        }

        RegexpNode[] parts = Flatten(RegexpKind.Union, left, right, Nothing);
        return parts.Length switch
        {
            0 => Nothing,
            1 => parts[0],
            _ => Intern($"|{Ids(parts)}", id => new RegexpNode(
                id, RegexpKind.Union, parts.Any(part => part.IsNullable)) { Parts = parts }),
        };
    }

    public RegexpNode Intersection(RegexpNode left, RegexpNode right)
    {
        if (left == Nothing || right == Nothing)
        {
            return Nothing;
        }

        RegexpNode[] parts = Flatten(RegexpKind.Intersection, left, right, AnyString);
        return parts.Length switch
        {
            0 => AnyString,
            1 => parts[0],
            _ => Intern($"&{Ids(parts)}", id => new RegexpNode(
                id, RegexpKind.Intersection, parts.All(part => part.IsNullable)) { Parts = parts }),
        };
    }

    public RegexpNode Complement(RegexpNode node)
    {
        if (node == Nothing || node == AnyString)
        {
            return node == Nothing ? AnyString : Nothing;
        }

        return node.Kind == RegexpKind.Complement
            ? node.Parts[0]
            : Intern($"~{node.Id}", id => new RegexpNode(id, RegexpKind.Complement, !node.IsNullable) { Parts = [node] });
    }

    /// <param name="node">What repeats.</param>
    /// <param name="min">At least so often.</param>
    /// <param name="max">At most so often, or <see cref="RegexpNode.Unbounded"/>.</param>
    public RegexpNode Repeat(RegexpNode node, int min, int max)
    {
        if (max == 0 || node == Empty)
        {
            return Empty;
        }

        if (node == Nothing)
        {
            return min == 0 ? Empty : Nothing;
        }

        // A part that may be empty need not be counted from below.
        min = node.IsNullable ? 0 : min;
        bool isStar = min == 0 && max == RegexpNode.Unbounded;
        if ((min == 1 && max == 1) || (isStar && node is { Kind: RegexpKind.Repeat, Min: 0, Max: RegexpNode.Unbounded }))
        {
            return node;
        }

        return Intern($"*{node.Id},{min},{max}", id => new RegexpNode(
            id, RegexpKind.Repeat, min == 0) { Parts = [node], Min = min, Max = max });
    }

    /// <summary>What may follow a code point: the strings s such that codePoint + s matches (Brzozowski's derivative).</summary>
    public RegexpNode Derive(RegexpNode node, int codePoint)
    {
        IReadOnlyList<RegexpNode> parts = node.Parts;
        switch (node.Kind)
        {
            case RegexpKind.Class:
                return node.Ranges.Any(range => range.First <= codePoint && codePoint <= range.Last) ? Empty : Nothing;
            case RegexpKind.Concat:
                RegexpNode first = Concat(Derive(parts[0], codePoint), parts[1]);
                return parts[0].IsNullable ? Union(first, Derive(parts[1], codePoint)) : first;
            case RegexpKind.Union:
                return parts.Aggregate(Nothing, (sum, part) => Union(sum, Derive(part, codePoint)));
            case RegexpKind.Intersection:
                return parts.Aggregate(AnyString, (sum, part) => Intersection(sum, Derive(part, codePoint)));
            case RegexpKind.Complement:
                return Complement(Derive(parts[0], codePoint));
            case RegexpKind.Repeat:
                int max = node.Max == RegexpNode.Unbounded ? node.Max : node.Max - 1;
                return Concat(Derive(parts[0], codePoint), Repeat(parts[0], Math.Max(0, node.Min - 1), max));
            default:
                return Nothing;
        }
    }

    /// <summary>Code points at which some class of the expression begins or has ended.</summary>
    public IEnumerable<int> GetBoundaries() => _nodes.Values.SelectMany(node => node.Ranges)
        .SelectMany(range => new[] { range.First, range.Last + 1 });

    private static RegexpNode[] Flatten(RegexpKind kind, RegexpNode left, RegexpNode right, RegexpNode neutral)
    {
        SortedDictionary<int, RegexpNode> parts = [];
        foreach (RegexpNode node in (RegexpNode[])[left, right])
        {
            foreach (RegexpNode part in node.Kind == kind ? node.Parts : [node])
            {
                if (part != neutral)
                {
                    parts[part.Id] = part;
                }
            }
        }

        return [.. parts.Values];
    }

    private static string Ids(RegexpNode[] parts) => string.Join(',', parts.Select(part => part.Id));

    private RegexpNode Intern(string key, Func<int, RegexpNode> create)
    {
        if (!_nodes.TryGetValue(key, out RegexpNode? node))
        {
            _nodes.Add(key, node = create(_nodes.Count));
        }

        return node;
    }
}
