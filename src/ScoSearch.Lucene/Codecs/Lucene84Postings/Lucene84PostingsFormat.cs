using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Names, versions and constants of the postings format "Lucene84": the files .doc, .pos and .pay.</summary>
/// <remarks>
/// .doc: per term the blocks of 128 doc id deltas (and frequencies), the rest as variable-length integers, then skip data.
/// .pos: per term blocks of 128 position deltas, then the remaining occurrences with their payloads and offsets.
/// .pay: per full block of .pos the payloads and offsets. A term in one document only stores nothing in .doc.
/// </remarks>
internal static class Lucene84PostingsFormat
{
    public const string Name = "Lucene84";

    /// <summary>Attribute of a field that names the postings format of its terms.</summary>
    public const string FormatAttribute = "PerFieldPostingsFormat.format";

    /// <summary>Attribute of a field that distinguishes several file sets of one format in a segment.</summary>
    public const string SuffixAttribute = "PerFieldPostingsFormat.suffix";

    /// <summary>Suffix of the only file set that this library writes.</summary>
    public const string DefaultSuffix = Name + "_0";

    public const string DocCodec = "Lucene84PostingsWriterDoc";
    public const string PosCodec = "Lucene84PostingsWriterPos";
    public const string PayCodec = "Lucene84PostingsWriterPay";
    public const string TermsCodec = "Lucene84PostingsWriterTerms";

    /// <summary>The only version: codec Lucene87 has never written another.</summary>
    public const int Version = 1;

    /// <summary>Documents, or occurrences, in a packed block.</summary>
    public const int BlockSize = 128;

    /// <summary>A skip entry of one level stands for so many of the level below.</summary>
    public const int SkipMultiplier = 8;

    public const int MaxSkipLevels = 10;

    /// <summary>Largest position of an occurrence.</summary>
    public const int MaxPosition = int.MaxValue - 128;

    /// <summary>Longest term in bytes.</summary>
    public const int MaxTermLength = 32766;

    public static string FileName(string segmentName, string suffix, string extension) =>
        $"{segmentName}_{suffix}.{extension}";

    /// <summary>Suffix of the files that hold the field's postings; null when the field has none in this segment.</summary>
    /// <exception cref="Store.CorruptIndexException">The field uses another postings format.</exception>
    public static string? SuffixOf(FieldInfo field)
    {
        if (field.IndexOptions == IndexOptions.None || !field.Attributes.TryGetValue(FormatAttribute, out string? format))
        {
            return null;
        }

        if (!string.Equals(format, Name, StringComparison.Ordinal))
        {
            throw new Store.CorruptIndexException(
                $"Field {field.Name} uses the postings format {format}; only {Name} can be read.");
        }

        return field.Attributes.TryGetValue(SuffixAttribute, out string? suffix)
            ? $"{format}_{suffix}"
            : throw new Store.CorruptIndexException($"Field {field.Name} lacks the attribute {SuffixAttribute}.");
    }

    /// <summary>The field with the two attributes by which a reader finds its postings.</summary>
    public static FieldInfo WithAttributes(FieldInfo field) =>
        field with
        {
            Attributes = new Dictionary<string, string>(field.Attributes, StringComparer.Ordinal)
            {
                [FormatAttribute] = Name,
                [SuffixAttribute] = "0",
            },
        };
}
