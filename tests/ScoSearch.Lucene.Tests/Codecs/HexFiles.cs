using System.Text;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Tests.Codecs;

/// <summary>Files given as hexadecimal text, as the format pages print them, and files read back for comparison.</summary>
internal static class HexFiles
{
    /// <summary>Id of most worked examples.</summary>
    public static readonly byte[] SegmentId = Convert.FromHexString("5cef787f09dfefe674629604926a9f64");

    /// <summary>Bytes from hexadecimal text with white space; <c>"..."</c> stands for ASCII.</summary>
    public static byte[] Parse(string hex)
    {
        List<byte> bytes = [];
        for (int i = 0; i < hex.Length;)
        {
            if (char.IsWhiteSpace(hex[i]))
            {
                i++;
            }
            else if (hex[i] == '"')
            {
                int end = hex.IndexOf('"', i + 1);
                bytes.AddRange(Encoding.ASCII.GetBytes(hex[(i + 1)..end]));
                i = end + 1;
            }
            else
            {
                bytes.Add(Convert.ToByte(hex.Substring(i, 2), 16));
                i += 2;
            }
        }

        return [.. bytes];
    }

    /// <summary>Writes a file as given.</summary>
    public static void Add(ScoSearch.Lucene.Store.Directory directory, string name, byte[] bytes)
    {
        using IndexOutput output = directory.CreateOutput(name);
        output.WriteBytes(bytes);
    }

    /// <summary>Writes a file given as hexadecimal text.</summary>
    public static void Add(ScoSearch.Lucene.Store.Directory directory, string name, string hex) =>
        Add(directory, name, Parse(hex));

    /// <summary>All bytes of a file.</summary>
    public static byte[] Read(ScoSearch.Lucene.Store.Directory directory, string name)
    {
        IndexInput input = directory.OpenInput(name);
        return input.ReadSpan((int)input.Length).ToArray();
    }

    /// <summary>Demands that a file has exactly these bytes.</summary>
    public static void AssertEqual(ScoSearch.Lucene.Store.Directory directory, string name, string hex) =>
        Assert.Equal(Convert.ToHexStringLower(Parse(hex)), Convert.ToHexStringLower(Read(directory, name)));
}
