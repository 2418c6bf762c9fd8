using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Codecs.DocValues;
using ScoSearch.Lucene.Packed;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Tests.Codecs.DocValues;

/// <summary>Damage found while reading packed numbers is told with the file and the place of the number.</summary>
public sealed class DamagedPlacesTests : IDisposable
{
    private const string File = "_0.dvd";
    private const int Start = 20;

    private readonly ByteBuffersDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void TableLongValues_EntryOutsideTheTable_NamesItsPlace()
    {
        IndexInput data = Write([0, 1, 2, 0, 7, 1]);
        TableLongValues values = new(new DirectReader(data, Start, 8, 6), [10, 20, 30], data);

        CorruptIndexException damage = Assert.Throws<CorruptIndexException>(() => values.Get(4));

        Assert.Equal(30, values.Get(2));
        Assert.Equal((File, Start + 4), (damage.File, damage.Offset));
    }

    [Fact]
    public void ValueRanges_AddressesThatFall_NameTheirPlace()
    {
        IndexInput data = Write([0, 5, 3, 9]);
        ValueRanges ranges = new(new DocSetCursor(3), Addresses(data, 4, 8), 9);

        Assert.Equal(0, ranges.NextDoc());
        Assert.Equal(5, ranges.Count);
        CorruptIndexException damage = Assert.Throws<CorruptIndexException>(() => ranges.NextDoc());

        Assert.Equal((File, Start + 1), (damage.File, damage.Offset));
    }

    [Fact]
    public void ValueRanges_AddressesWithoutData_NameTheStart()
    {
        IndexInput data = Write([1]);
        ValueRanges ranges = new(new DocSetCursor(3), Addresses(data, 4, 0), 9);

        CorruptIndexException damage = Assert.Throws<CorruptIndexException>(() => ranges.NextDoc());

        Assert.Equal((File, Start), (damage.File, damage.Offset));
    }

    [Fact]
    public void TermsDictionaryCursor_KeyOfNegativeLength_NamesTheAddress()
    {
        // Keys of 0, 24 and 1 bytes: the first bytes of their addresses, as differences from a line, are 8 0 16 8.
        (byte[] meta, byte[] data, int keyStarts) = WriteDictionary();
        Assert.Equal([8, 0, 16, 8], data[keyStarts..(keyStarts + 4)]);
        data[keyStarts + 1] = 255;
        TermsDictionary dictionary = new(Add("_0.dvm", meta), Add(File, data));
        TermsDictionaryCursor cursor = new(dictionary);

        CorruptIndexException damage = Assert.Throws<CorruptIndexException>(() => cursor.Find(Term(2999)));

        Assert.Equal((File, keyStarts + 1), (damage.File, damage.Offset));
    }

    // 2,048 terms of 24 bytes that begin alike, then others.
    private static byte[] Term(int number) => Encoding.ASCII.GetBytes(
        number < 2048 ? string.Create(CultureInfo.InvariantCulture, $"{new string('a', 20)}{number:D4}")
            : string.Create(CultureInfo.InvariantCulture, $"b{number:D4}"));

    private static (byte[] Meta, byte[] Data, int KeyStarts) WriteDictionary()
    {
        byte[][] terms = [.. Enumerable.Range(0, 3000).Select(Term)];
        int[] offsets = new int[terms.Length + 1];
        for (int i = 0; i < terms.Length; i++)
        {
            offsets[i + 1] = offsets[i] + terms[i].Length;
        }

        using MemoryIndexOutput meta = new("meta");
        using MemoryIndexOutput data = new("data");
        byte[] bytes = [.. terms.SelectMany(term => term)];
        new TermsDictionaryWriter(meta, data, new SortedTerms(bytes, offsets)).Write();
        data.WriteBytes(new byte[CodecUtil.FooterLength]);
        byte[] written = meta.Written.ToArray();
        return (written, data.Written.ToArray(), (int)BinaryPrimitives.ReadInt64BigEndian(written.AsSpan(^16)));
    }

    private static DirectMonotonicReader Addresses(IndexInput data, int count, int width) =>
        DirectMonotonicReader.Open(new DirectMonotonicMeta(count, 4, [new(0, 0, 0, width)]), data, Start);

    // Packed numbers from Start on, and room for padding and a footer.
    private IndexInput Write(byte[] numbers) =>
        Add(File, [.. new byte[Start], .. numbers, .. new byte[CodecUtil.FooterLength + 8]]);

    private IndexInput Add(string name, byte[] bytes)
    {
        HexFiles.Add(_directory, name, bytes);
        return _directory.OpenInput(name);
    }
}
