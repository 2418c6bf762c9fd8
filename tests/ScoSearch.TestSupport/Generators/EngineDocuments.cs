using System.Globalization;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;

namespace ScoSearch.TestSupport.Generators;

/// <summary>Makes our documents from field specifications.</summary>
public static class EngineDocuments
{
    /// <summary>The document of the given fields.</summary>
    public static Document Create(IEnumerable<SExpression> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        Document document = new();
        foreach (SExpression field in fields)
        {
            document.Add(CreateField(field));
        }

        return document;
    }

    private static Field CreateField(SExpression e)
    {
        string name = e.Text(1);
        return e.Head switch
        {
            "string" => e[2].IsQuoted
                ? new Field(name, e.Text(2), Type(e, 3, IndexOptions.Docs, isText: false))
                : new Field(name, (ReadOnlyMemory<byte>)e[2].Bytes(), Type(e, 3, IndexOptions.Docs, isText: false)),
            "text" => new Field(name, e.Text(2), Type(e, 3, IndexOptions.DocsAndFreqsAndPositions, isText: true)),
            "tokens" => new Field(
                name,
                new FixedTokenStream([.. e.From(2).Where(t => !t.IsAtom)]),
                Type(e, 2, IndexOptions.DocsAndFreqsAndPositions, isText: true)),
            "stored-string" => new StoredField(name, e.Text(2)),
            "stored-bytes" => new StoredField(name, (ReadOnlyMemory<byte>)e[2].Bytes()),
            "stored-int" => new StoredField(name, e.Int(2)),
            "stored-long" => new StoredField(name, e.Long(2)),
            "stored-float" => new StoredField(name, BitConverter.UInt32BitsToSingle((uint)Bits(e))),
            "stored-double" => new StoredField(name, BitConverter.UInt64BitsToDouble(Bits(e))),
            "dv-numeric" => new NumericDocValuesField(name, e.Long(2)),
            "dv-binary" => new BinaryDocValuesField(name, e[2].Bytes()),
            "dv-sorted" => new SortedDocValuesField(name, e[2].Bytes()),
            "dv-sortedset" => new SortedSetDocValuesField(name, e[2].Bytes()),
            "dv-sortednumeric" => new SortedNumericDocValuesField(name, e.Long(2)),
            _ => throw new FormatException($"unknown field kind: {e.Head}"),
        };
    }

    private static ulong Bits(SExpression e) =>
        ulong.Parse(e.Text(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static FieldType Type(SExpression e, int from, IndexOptions options, bool isText)
    {
        FieldType type = new() { IndexOptions = options, IsTokenized = isText, OmitNorms = !isText };
        foreach (SExpression option in e.From(from).TakeWhile(o => o.IsAtom))
        {
            type = option.Atom switch
            {
                "stored" => type with { IsStored = true },
                "norms" => type with { OmitNorms = false },
                "nonorms" => type with { OmitNorms = true },
                "docs" => type with { IndexOptions = IndexOptions.Docs },
                "freqs" => type with { IndexOptions = IndexOptions.DocsAndFreqs },
                "positions" => type with { IndexOptions = IndexOptions.DocsAndFreqsAndPositions },
                "offsets" => type with { IndexOptions = IndexOptions.DocsAndFreqsAndPositionsAndOffsets },
                _ => throw new FormatException($"unknown field option: {option}"),
            };
        }

        return type;
    }
}
