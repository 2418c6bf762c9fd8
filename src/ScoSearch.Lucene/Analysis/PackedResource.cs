using System.Buffers.Binary;
using System.Diagnostics;
using System.IO;
using System.Runtime.InteropServices;

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

    /// <summary>Reads numbers or structures without invalid bit patterns into the begin of an array.</summary>
    /// <param name="stream">The resource.</param>
    /// <param name="first">The array's first element, seen as a byte.</param>
    /// <param name="bytes">Bytes of the elements that are read; no more than the array has.</param>
    /// <remarks>No generic method, because those over numbers are not compiled ahead of time.</remarks>
    public static void Read(Stream stream, ref byte first, int bytes) =>
        stream.ReadExactly(MemoryMarshal.CreateSpan(ref first, bytes)); // Safety: the caller's array has the bytes

    /// <summary>A little-endian number.</summary>
    public static int ReadInt32(Stream stream)
    {
        Span<byte> bytes = stackalloc byte[4];
        stream.ReadExactly(bytes);
        return BinaryPrimitives.ReadInt32LittleEndian(bytes);
    }
}
