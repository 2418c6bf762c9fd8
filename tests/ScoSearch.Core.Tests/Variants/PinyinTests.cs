using System.IO;
using ScoSearch.Core.Variants;
using ScoSearch.DictionaryBuilder;

namespace ScoSearch.Core.Tests.Variants;

public sealed class PinyinTests
{
    [Fact]
    public void Resource_IsWhatTheBuilderMakes()
    {
        foreach ((string name, byte[] expected) in ResourceSet.BuildForLibrary())
        {
            using Stream embedded = typeof(PinyinTable).Assembly.GetManifestResourceStream($"ScoSearch.Core.Variants.Resources.{name}")!;
            byte[] found = new byte[embedded.Length];
            embedded.ReadExactly(found);

            Assert.True(expected.AsSpan().SequenceEqual(found), $"{name} is out of date; run tools/ScoSearch.DictionaryBuilder");
        }
    }

    [Theory]
    [InlineData("上海精神", "shang hai jing shen")]
    [InlineData("重庆", "chong qing")]
    [InlineData("重要", "zhong yao")]
    [InlineData("银行", "yin hang")]
    [InlineData("长安", "chang an")]
    [InlineData("增长", "zeng zhang")]
    [InlineData("绿色", "lv se")]
    [InlineData("伊本·西那", "yi ben xi na")]
    [InlineData("5g网络", "")]
    public void Read_Word_GivesTheLikeliestReadingFirst(string word, string expected) =>
        Assert.Equal(expected, string.Join(' ', (PinyinReader.Read(word).FirstOrDefault() ?? "").Select(PinyinTable.Instance.LettersOf)));

    [Theory]
    [InlineData("shanghai", true)]
    [InlineData("Shàng hǎi", true)]
    [InlineData("shang4hai3", true)]
    [InlineData("ｓｈａｎｇｈａｉ", true)]
    [InlineData("lüse", true)]
    [InlineData("lu:se", true)]
    [InlineData("lvse", true)]
    [InlineData("xi'an", true)]
    [InlineData("astana", false)]
    [InlineData("tokayev", false)]
    [InlineData("shjs", false)]
    public void Read_Letters_CanBeSyllablesOrNot(string typed, bool expected) =>
        Assert.Equal(expected, TypedPinyin.Read(typed)!.CanBeSyllables());

    [Theory]
    [InlineData("")]
    [InlineData("上海")]
    [InlineData("a_b")]
    [InlineData("40%")]
    public void Read_NoLetters_IsNoPinyin(string typed) => Assert.Null(TypedPinyin.Read(typed));

    [Fact]
    public void Read_TooManyLetters_IsNoPinyin() => Assert.Null(TypedPinyin.Read(new string('a', TypedPinyin.MaxLetters + 1)));
}
