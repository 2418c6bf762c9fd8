using System.Globalization;
using ScoSearch.Lucene.Codecs.Lucene84Postings;
using Xunit.Abstractions;

namespace ScoSearch.Lucene.Tests.Codecs.Postings;

public sealed class ForBlockTests(ITestOutputHelper output)
{
    private const string Eleven =
        "1dc015800d40050010c21082104210020ec40a84064402041cc61c861c461c0607c805880348010810ca108a104a100a03cc028c014c000c"
        + "19ce198e194e190e01d00190005000101dd20d921d520d1200d40094005400141ed616960e56061618d81898185818180fda0b9a075a031a"
        + "10dc109c105c101c07de059e035e011e1ae01aa01a601a2003e202a2016200221ee41ea41e641e2401e601a6006600261fe80fa81f680f28"
        + "10ea10aa106a102a";

    private const string Twenty =
        "b20c007de20400000c00f47e0500f401140de8801400e803cf00dc825200dc058000d0848000d0070f0dc4863f05c4090d0cb888050cb80b"
        + "f002ac8af005ac0dd400a08c5700a00f400e948e400e94116d0d88909d0588130d087c9205087c15cc087094cc0b7017da0064965d006419"
        + "000c5898000c581bcb0d4c9afb054c1d0d04409c0604401fa80e349ea8013421e00028a063002823c0091ca2c0091c25290e10a459061027"
        + "0e0004a6060004298404f8a78407f82ae600eca96900ec2c8007e0ab8007e02e860ed4adb606d4300e0cc8af060cc832600abcb1600dbc34"
        + "ec00b0b36f00b0364005a4b54005a438e40e98b71407983a0f088cb907088c3c3c0080bb3c03803ef20074bd75007440000368bf00036842"
        + "420f5cc172075c440f0450c307045046180644c518094448f80038c77b00384ac0002cc9c0002c4c";

    public static TheoryData<int> AllBits => new(Enumerable.Range(1, 31));

    [Fact]
    public void Encode_ThreeBits_GivesTheDocumentedBytes()
    {
        int[] values = [.. Enumerable.Range(0, 128).Select(i => i % 8)];
        byte[] expected = [.. new byte[] { 0x1A, 0x3D, 0x41, 0x67, 0x89, 0xAF }.SelectMany(b => Enumerable.Repeat(b, 8))];

        Assert.Equal(expected, Encode(values, 3));
    }

    [Theory]
    [InlineData(11, 16, Eleven)]
    [InlineData(20, 8000, Twenty)]
    public void Encode_Multiples_GivesTheDocumentedBytes(int bits, int factor, string hex)
    {
        int[] values = [.. Enumerable.Range(0, 128).Select(i => i * factor)];

        Assert.Equal(hex, Convert.ToHexStringLower(Encode(values, bits)));
    }

    [Theory]
    [MemberData(nameof(AllBits))]
    public void Decode_RandomValues_AgreesWithTheDefinition(int bits)
    {
        Random random = TestRandom.Create(output, bits);
        for (int run = 0; run < 200; run++)
        {
            int[] values = new int[128];
            int most = bits == 31 ? int.MaxValue : 1 << bits;
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = run == 0 ? most - (bits == 31 ? 0 : 1) : random.Next(most);
            }

            byte[] packed = Encode(values, bits);
            int[] slow = new int[128];
            int[] fast = new int[128];
            ForBlock.Decode(packed, bits, slow);
            ForDecoder.Decode(packed, bits, fast);
            Assert.Equal(values, slow);
            Assert.Equal(values, fast);

            int start = random.Next(1 << 30);
            ForDecoder.DecodePrefixSumsScalar(packed, bits, start, slow);
            ForDecoder.DecodePrefixSums(packed, bits, start, fast);
            Assert.Equal(unchecked(start + values[0]), slow[0]);
            Assert.Equal(unchecked(slow[126] + values[127]), slow[127]);
            Assert.Equal(slow, fast);
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(128)]
    public void CountLessThan_AnyTarget_AgreesWithTheDefinition(int length)
    {
        Random random = TestRandom.Create(output, length);
        int[] values = new int[length];
        for (int i = 1; i < length; i++)
        {
            values[i] = values[i - 1] + random.Next(1, 5);
        }

        for (int target = 0; target <= values[^1] + 1; target++)
        {
            Assert.Equal(
                DocIdSearch.CountLessThanScalar(values, target), DocIdSearch.CountLessThan(values, target));
            int less = values.Count(v => v < target);
            Assert.Equal(less, DocIdSearch.CountLessThan(values, target));
            for (int known = 0; known <= less; known++)
            {
                Assert.Equal(less, DocIdSearch.CountLessThan(values, target, known));
            }
        }

        output.WriteLine(values[^1].ToString(CultureInfo.InvariantCulture));
    }

    private static byte[] Encode(int[] values, int bits)
    {
        byte[] packed = new byte[16 * bits];
        ForBlock.Encode(values, bits, packed);
        return packed;
    }
}
