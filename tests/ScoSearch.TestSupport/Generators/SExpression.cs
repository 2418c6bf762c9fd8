using System.Buffers;
using System.Globalization;
using System.Text;

namespace ScoSearch.TestSupport.Generators;

/// <summary>A parsed specification of a query or of index operations: an atom or a list.</summary>
/// <remarks>The same grammar as the judge's; see the README of the conformance tests.</remarks>
public sealed class SExpression
{
    private static readonly SearchValues<char> AtomEnds = SearchValues.Create("() \t\n\r\"");

    private readonly string? _atom;
    private readonly SExpression[] _parts;

    private SExpression(string? atom, bool isQuoted, SExpression[] parts)
    {
        _atom = atom;
        IsQuoted = isQuoted;
        _parts = parts;
    }

    /// <summary>True for an atom in quotes.</summary>
    public bool IsQuoted { get; }

    /// <summary>True for an atom.</summary>
    public bool IsAtom => _atom is not null;

    /// <summary>The text of an atom.</summary>
    public string Atom => _atom ?? throw new FormatException($"expected an atom: {this}");

    /// <summary>The first word of a list.</summary>
    public string Head => this[0].Atom;

    /// <summary>The number of parts of a list.</summary>
    public int Count => _parts.Length;

    /// <summary>A part of a list.</summary>
    public SExpression this[int part] =>
        part < _parts.Length ? _parts[part] : throw new FormatException($"part {part} is missing in {this}");

    /// <summary>The parts of a list from one of them on.</summary>
    public IEnumerable<SExpression> From(int part) => _parts.Skip(part);

    /// <summary>The text of an atom in a list.</summary>
    public string Text(int part) => this[part].Atom;

    /// <summary>An atom in a list as a number.</summary>
    public int Int(int part) => int.Parse(Text(part), CultureInfo.InvariantCulture);

    /// <summary>An atom in a list as a number.</summary>
    public long Long(int part) => long.Parse(Text(part), CultureInfo.InvariantCulture);

    /// <summary>An atom in a list as a number.</summary>
    public float Float(int part) => float.Parse(Text(part), CultureInfo.InvariantCulture);

    /// <summary>An atom in a list as a truth value.</summary>
    public bool Bool(int part) => bool.Parse(Text(part));

    /// <summary>True when the list has this bare word somewhere after its head.</summary>
    public bool Has(string word) => From(1).Any(p => p._atom == word && !p.IsQuoted);

    /// <summary>True for the bare star that stands for an open end.</summary>
    public bool IsOpen => _atom == "*" && !IsQuoted;

    /// <summary>Bytes: the UTF-8 of a quoted text, or bare hexadecimal digits.</summary>
    public byte[] Bytes() => IsQuoted ? Encoding.UTF8.GetBytes(Atom) : Convert.FromHexString(Atom);

    /// <summary>Parses all expressions of a text.</summary>
    /// <exception cref="FormatException">A parenthesis or quote is missing.</exception>
    public static IReadOnlyList<SExpression> ParseAll(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<SExpression> all = [];
        int at = 0;
        while (SkipSpace(text, ref at))
        {
            all.Add(Next(text, ref at));
        }

        return all;
    }

    /// <summary>Parses a text of one expression.</summary>
    /// <exception cref="FormatException">There is none, or more than one.</exception>
    public static SExpression Parse(string text)
    {
        IReadOnlyList<SExpression> all = ParseAll(text);
        return all.Count == 1 ? all[0] : throw new FormatException($"expected one expression, found {all.Count}");
    }

    /// <inheritdoc/>
    public override string ToString() => _atom is null
        ? $"({string.Join(' ', (object[])_parts)})"
        : IsQuoted ? JudgeEscapes.Quote(_atom) : _atom;

    private static bool SkipSpace(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < text.Length;
    }

    private static SExpression Next(string text, ref int at)
    {
        switch (text[at])
        {
            case ')':
                throw new FormatException($"unexpected ) at {at}");
            case '"':
                return Quoted(text, ref at);
            case '(':
                at++;
                List<SExpression> parts = [];
                while (SkipSpace(text, ref at) && text[at] != ')')
                {
                    parts.Add(Next(text, ref at));
                }

                return at++ < text.Length
                    ? new SExpression(null, false, [.. parts])
                    : throw new FormatException("missing ) at the end");
            default:
                int length = text.AsSpan(at).IndexOfAny(AtomEnds);
                string atom = length < 0 ? text[at..] : text.Substring(at, length);
                at += atom.Length;
                return new SExpression(atom, false, []);
        }
    }

    private static SExpression Quoted(string text, ref int at)
    {
        int start = ++at;
        while (at < text.Length && text[at] != '"')
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return at < text.Length
            ? new SExpression(JudgeEscapes.Unescape(text[start..at++]), true, [])
            : throw new FormatException($"missing closing quote of the string at {start}");
    }
}
