using ScoSearch.Lucene.Codecs.StoredFields;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Tests.Codecs;

/// <summary>Every byte of every file is damaged and every file cut at every length: damage is told, never read silently.</summary>
public sealed class CorruptionTests
{
    public static TheoryData<bool, bool> Shapes { get; } = new() { { false, false }, { true, false }, { false, true } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void EveryFlippedByte_IsTold(bool bestCompression, bool compound)
    {
        using ByteBuffersDirectory sound = SmallIndex.Write(Mode(bestCompression), compound);
        Assert.NotEmpty(SmallIndex.Read(sound, verify: true));
        foreach (string name in sound.ListAll())
        {
            byte[] bytes = HexFiles.Read(sound, name);
            for (int i = 0; i < bytes.Length; i++)
            {
                byte flip = (byte)(1 << (i & 7));
                bytes[i] ^= flip;
                using ByteBuffersDirectory damaged = CopyWith(sound, name, bytes);
                Assert.True(IsTold(damaged, verify: true), $"{name}: byte {i} damaged");

                // Without the checksums anything typed or wrong values may come out, but nothing else.
                IsTold(damaged, verify: false);
                bytes[i] ^= 0xFF;
                using ByteBuffersDirectory wild = CopyWith(sound, name, bytes);
                IsTold(wild, verify: false);
                bytes[i] ^= (byte)(flip ^ 0xFF);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void EveryCutFile_IsTold(bool bestCompression, bool compound)
    {
        using ByteBuffersDirectory sound = SmallIndex.Write(Mode(bestCompression), compound);
        foreach (string name in sound.ListAll())
        {
            byte[] bytes = HexFiles.Read(sound, name);
            for (int length = 0; length < bytes.Length; length++)
            {
                using ByteBuffersDirectory cut = CopyWith(sound, name, bytes[..length]);
                Assert.True(IsTold(cut, verify: false), $"{name} cut to {length} of {bytes.Length} bytes");
            }

            using ByteBuffersDirectory longer = CopyWith(sound, name, [.. bytes, 0]);
            Assert.True(IsTold(longer, verify: false), $"{name} with a byte more");
        }
    }

    private static StoredFieldsMode Mode(bool bestCompression) =>
        bestCompression ? StoredFieldsMode.BestCompression : StoredFieldsMode.BestSpeed;

    private static bool IsTold(ByteBuffersDirectory directory, bool verify)
    {
        try
        {
            SmallIndex.Read(directory, verify);
            return false;
        }
        catch (Exception e) when (e is CorruptIndexException or IndexFormatVersionException or UnsupportedIndexFeatureException)
        {
            return true;
        }
    }

    private static ByteBuffersDirectory CopyWith(ByteBuffersDirectory source, string changed, byte[] bytes)
    {
        ByteBuffersDirectory copy = new();
        foreach (string name in source.ListAll())
        {
            HexFiles.Add(copy, name, name == changed ? bytes : HexFiles.Read(source, name));
        }

        return copy;
    }
}
