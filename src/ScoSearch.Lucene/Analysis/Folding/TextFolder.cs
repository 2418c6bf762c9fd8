namespace ScoSearch.Lucene.Analysis.Folding;

/// <summary>
/// Makes texts that differ only in width, case or Chinese script equal, and remembers the original offsets. Immutable;
/// thread-safe.
/// </summary>
/// <remarks>
/// Folding keeps the length except where a half-width kana and its sound mark become one. It is idempotent. Lone
/// surrogates become U+FFFD. Chinese characters of the basic plane are simplified by OpenCC's tables: by phrase where
/// one character has several simplified forms, else by character.
/// </remarks>
public sealed class TextFolder
{
    private static readonly Lazy<TextFolder> SharedAll = new(static () => new TextFolder(TextFolding.All));

    // Form of every unit of the basic plane, before ambiguous characters are decided.
    private readonly char[] _forms = new char[char.MaxValue + 1];
    private readonly SimplifiedForms? _simplified;
    private readonly bool _foldsWidth;
    private readonly bool _foldsCase;

    /// <summary>Creates a folder.</summary>
    public TextFolder(TextFolding folding)
    {
        Folding = folding;
        _foldsWidth = folding.HasFlag(TextFolding.Width);
        _foldsCase = folding.HasFlag(TextFolding.Case);
        _simplified = folding.HasFlag(TextFolding.Simplified) ? SimplifiedForms.Instance : null;
        for (int unit = 0; unit < _forms.Length; unit++)
        {
            char form = (char)unit;
            form = _foldsWidth ? FoldWidth(form) : form;
            form = _foldsCase ? FoldCase(form) : form;
            _forms[unit] = _simplified?.Forms.GetValueOrDefault(form, form) ?? form;
        }

        if (folding.HasFlag(TextFolding.SimplifiedByCharacter) && _simplified is null)
        {
            UseUsualForms(SimplifiedForms.Instance);
        }
    }

    /// <summary>The folder of everything, shared.</summary>
    public static TextFolder All => SharedAll.Value;

    /// <summary>What is folded.</summary>
    public TextFolding Folding { get; }

    /// <summary>The folded text.</summary>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        FoldedText folded = new();
        Fold(text, folded);
        return folded.Text.Span.SequenceEqual(text) ? text : folded.Text.ToString();
    }

    /// <summary>Folds a text into a reusable object.</summary>
    /// <exception cref="ArgumentNullException">The target is null.</exception>
    public void Fold(ReadOnlySpan<char> text, FoldedText target)
    {
        ArgumentNullException.ThrowIfNull(target);
        Span<char> folded = target.Begin(text.Length);
        Span<int> offsets = default;
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char unit = text[i];
            if (char.IsSurrogate(unit))
            {
                int units = FoldSurrogate(text[i..], folded[length..]);
                for (int k = 0; k < units && !offsets.IsEmpty; k++)
                {
                    offsets[length + k] = i + k;
                }

                length += units;
                i += units - 1;
                continue;
            }

            if (_foldsWidth && length > 0 && Width.Compose(folded[length - 1], unit) is not '\0' and char composed)
            {
                offsets = target.BeginOffsets(length);
                folded[length - 1] = composed;
                continue;
            }

            if (!offsets.IsEmpty)
            {
                offsets[length] = i;
            }

            folded[length++] = _forms[unit];
        }

        target.Finish(length);
        if (_simplified is not null)
        {
            target.Decide(_simplified);
        }
    }

    private void UseUsualForms(SimplifiedForms simplified)
    {
        FoldedText one = new();
        for (int unit = 0; unit < _forms.Length; unit++)
        {
            char form = _forms[unit];
            form = simplified.Forms.GetValueOrDefault(form, form);
            if (simplified.Ambiguous.Contains(form))
            {
                one.Begin(1)[0] = form;
                one.Finish(1);
                one.Decide(simplified);
                form = one.Text.Span[0];
            }

            _forms[unit] = form;
        }
    }

    // Folds the surrogate or pair at the begin. Returns its number of units.
    private int FoldSurrogate(ReadOnlySpan<char> text, Span<char> folded)
    {
        if (!char.IsHighSurrogate(text[0]) || text.Length == 1 || !char.IsLowSurrogate(text[1]))
        {
            folded[0] = '\uFFFD';
            return 1;
        }

        text[..2].CopyTo(folded);
        if (_foldsCase)
        {
            LowerCase.Apply(folded[..2]);
        }

        return 2;
    }

    private static char FoldWidth(char unit) => unit == '\u3000' ? ' ' : Width.Fold(unit);

    // Lower case, and the small letters that Unicode's simple case folding makes equal to another small letter.
    private static char FoldCase(char unit) => (char)LowerCase.Of(unit) switch
    {
        '\u017F' => 's',
        '\u03C2' => '\u03C3',
        '\u03D0' => '\u03B2',
        '\u03D1' => '\u03B8',
        '\u03D5' => '\u03C6',
        '\u03D6' => '\u03C0',
        '\u03F0' => '\u03BA',
        '\u03F1' => '\u03C1',
        '\u03F5' => '\u03B5',
        '\u1E9B' => '\u1E61',
        '\u1FBE' => '\u03B9',
        char lower => lower,
    };
}
