using ScoSearch.Core.Dictionaries;

namespace ScoSearch.Cli;

/// <summary>Problems of dictionaries in the user's language.</summary>
internal static class DictionaryMessages
{
    public static string Describe(DictionaryProblem problem, Texts texts)
    {
        if (!texts.IsChinese)
        {
            return problem.ToString();
        }

        string what = problem.Kind switch
        {
            DictionaryProblemKind.NotUtf8 => "文件不是 UTF-8 编码",
            DictionaryProblemKind.BadCharacter => $"“{problem.Entry}”里有空格或控制字符",
            DictionaryProblemKind.TooLong => $"“{problem.Entry}”太长",
            DictionaryProblemKind.BadFrequency => $"“{problem.Entry}”不是有效的词频",
            DictionaryProblemKind.Duplicate => $"“{problem.Entry}”在第 {problem.Other} 行已有",
            DictionaryProblemKind.EmptyEntry => "有空的词条",
            DictionaryProblemKind.BadSeparator => "同义词之间要用“=”，或者用一个“=>”",
            _ => "词条太多",
        };
        return $"{problem.File}:{problem.Line}: {what}";
    }
}
