using System.Buffers.Binary;
using System.Diagnostics;
using System.IO;

namespace ScoSearch.Lucene.Analysis;

/// <summary>
/// Opens the packed tables embedded in this assembly. They are little-endian and written by
/// ScoSearch.DictionaryBuilder.
/// </summary>
internal static class PackedResource
{
    /// <summary>Packed HMM lexicon of Chinese words and word pairs.</summary>
    public const string SmartChineseLexicon = "smartcn-lexicon.bin";

    /// <summary>Classes of the sentence splitter.</summary>
    public const string SentenceClasses = "sentence-classes.bin";

    /// <summary>Classes of the standard tokenizer.</summary>
    public const string StandardTokenClasses = "standard-token-classes.bin";

    /// <summary>Lower case of every code point.</summary>
    public const string LowerCase = "lower-case.bin";

    /// <summary>Simplified forms of Chinese characters.</summary>
    public const string SimplifiedForms = "simplified-forms.bin";

    private const string Prefix = "ScoSearch.Lucene.Analysis.Resources.";

    /// <summary>A resource as a stream over the mapped assembly.</summary>
    public static Stream Open(string name)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("the packed analysis tables need a little-endian processor");
        }

        return typeof(PackedResource).Assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new UnreachableException($"resource {name} is not embedded");
    }

    /// <summary>Checks the first four bytes.</summary>
    public static void ReadHeader(Stream stream, uint magic, string name)
    {
        if ((uint)ReadInt32(stream) != magic)
        {
            throw new UnreachableException($"resource {name} was packed for another version");
        }
    }

    /// <summary>A little-endian number.</summary>
    public static int ReadInt32(Stream stream)
    {
        Span<byte> bytes = stackalloc byte[4];
        stream.ReadExactly(bytes);
        return BinaryPrimitives.ReadInt32LittleEndian(bytes);
    }
}
