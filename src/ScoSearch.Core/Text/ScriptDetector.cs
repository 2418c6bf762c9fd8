using System.Collections.Frozen;
using ScoSearch.Lucene.Analysis.Folding;

namespace ScoSearch.Core.Text;

/// <summary>Tells simplified from traditional Chinese. Thread-safe.</summary>
internal static class ScriptDetector
{
    // Simplified forms that are everyday characters of traditional texts too.
    private const string SharedForms = "后干里面只系余谷了云几才台";

    // A traditional text has far more; a few may stand in any text, in names and quotations.
    private const int UnitsPerTraditional = 60;

    private static readonly TextFolder Simplifier = new(TextFolding.Simplified);

    private static readonly Lazy<FrozenSet<char>> SimplifiedForms = new(FindSimplifiedForms);

    /// <summary>The script of what a person typed: one telling character decides.</summary>
    public static ChineseScript OfQuery(string text) =>
        CountTraditional(text) > 0 ? ChineseScript.Traditional
        : text.Any(SimplifiedForms.Value.Contains) ? ChineseScript.Simplified
        : ChineseScript.Unknown;

    /// <summary>Whether a paragraph is written in traditional characters.</summary>
    public static bool IsTraditional(string text) => CountTraditional(text) >= Math.Max(1, text.Length / UnitsPerTraditional);

    private static int CountTraditional(string text)
    {
        string simplified = Simplifier.Fold(text);
        int count = 0;
        for (int i = 0; i < simplified.Length; i++)
        {
            count += simplified[i] != text[i] && !char.IsSurrogate(text[i]) ? 1 : 0;
        }

        return count;
    }

    private static FrozenSet<char> FindSimplifiedForms()
    {
        HashSet<char> forms = [];
        for (char c = '\u3400'; c <= '\u9FFF'; c++)
        {
            char form = Simplifier.Fold(c.ToString())[0];
            if (form != c && !SharedForms.Contains(form, StringComparison.Ordinal))
            {
                forms.Add(form);
            }
        }

        return forms.ToFrozenSet();
    }
}
