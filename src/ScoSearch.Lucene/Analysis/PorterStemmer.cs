namespace ScoSearch.Lucene.Analysis;

/// <summary>Removes the endings of English words in place.</summary>
/// <remarks>
/// M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, in the author's later form (<c>bli</c> and
/// <c>logi</c> in step 2; words of one or two letters are left alone). Units that are not lower-case ASCII letters
/// count as consonants. Works on the term's own buffer: no step makes a word longer than it came, except step 1b, which
/// adds an e after taking two or three units away.
/// </remarks>
internal ref struct PorterStemmer
{
    private readonly Span<char> _word;
    private int _length;

    private PorterStemmer(Span<char> word)
    {
        _word = word;
        _length = word.Length;
    }

    /// <summary>Stems a word.</summary>
    /// <returns>The length of the stem, which is at the begin of <paramref name="word"/>.</returns>
    public static int Stem(Span<char> word)
    {
        // Every rule needs a last letter of its suffix; Han words and numbers end here.
        if (word.Length < 3 || !char.IsAsciiLetterLower(word[^1]))
        {
            return word.Length;
        }

        PorterStemmer stemmer = new(word);
        stemmer.RemovePlural();
        stemmer.RemovePastAndGerund();
        stemmer.TurnFinalY();
        stemmer.ShortenDoubleSuffix();
        stemmer.RemoveIcativeFulNess();
        stemmer.RemoveLastSuffix();
        stemmer.RemoveFinalE();
        return stemmer._length;
    }

    // Step 1a.
    private void RemovePlural()
    {
        if (EndsWith("sses") || EndsWith("ies"))
        {
            _length -= 2;
        }
        else if (EndsWith("s") && !EndsWith("ss"))
        {
            _length--;
        }
    }

    // Step 1b.
    private void RemovePastAndGerund()
    {
        if (EndsWith("eed"))
        {
            if (Measure(_length - 3) > 0)
            {
                _length--;
            }

            return;
        }

        int suffix = EndsWith("ed") ? 2 : EndsWith("ing") ? 3 : 0;
        if (suffix == 0 || !HasVowel(_length - suffix))
        {
            return;
        }

        _length -= suffix;
        if (EndsWith("at") || EndsWith("bl") || EndsWith("iz"))
        {
            _word[_length++] = 'e';
        }
        else if (EndsInDoubleConsonant(_length))
        {
            if (_word[_length - 1] is not ('l' or 's' or 'z'))
            {
                _length--;
            }
        }
        else if (Measure(_length) == 1 && EndsInShortSyllable(_length))
        {
            _word[_length++] = 'e';
        }
    }

    // Step 1c.
    private readonly void TurnFinalY()
    {
        if (EndsWith("y") && HasVowel(_length - 1))
        {
            _word[_length - 1] = 'i';
        }
    }

    // Step 2. The last letter but one of the suffix selects the candidates, as in Porter's own program.
    private void ShortenDoubleSuffix()
    {
        if (_length < 3)
        {
            return;
        }

        _ = _word[_length - 2] switch
        {
            'a' => Replace("ational", "ate") || Replace("tional", "tion"),
            'c' => Replace("enci", "ence") || Replace("anci", "ance"),
            'e' => Replace("izer", "ize"),
            'l' => Replace("bli", "ble") || Replace("alli", "al") || Replace("entli", "ent") || Replace("eli", "e")
                || Replace("ousli", "ous"),
            'o' => Replace("ization", "ize") || Replace("ation", "ate") || Replace("ator", "ate"),
            's' => Replace("alism", "al") || Replace("iveness", "ive") || Replace("fulness", "ful")
                || Replace("ousness", "ous"),
            't' => Replace("aliti", "al") || Replace("iviti", "ive") || Replace("biliti", "ble"),
            'g' => Replace("logi", "log"),
            _ => false,
        };
    }

    // Step 3.
    private void RemoveIcativeFulNess() =>
        _ = Replace("icate", "ic") || Replace("ative", "") || Replace("alize", "al") || Replace("iciti", "ic")
            || Replace("ical", "ic") || Replace("ful", "") || Replace("ness", "");

    // Step 4: the longest suffix that matches decides.
    private void RemoveLastSuffix()
    {
        if (_length < 3)
        {
            return;
        }

        int suffix = _word[_length - 2] switch
        {
            'a' => Longest("al"),
            'c' => Longest("ance", "ence"),
            'e' => Longest("er"),
            'i' => Longest("ic"),
            'l' => Longest("able", "ible"),
            'n' => Longest("ement", "ment", "ent", "ant"),
            'o' => EndsWith("sion") || EndsWith("tion") ? 3 : Longest("ou"),
            's' => Longest("ism"),
            't' => Longest("ate", "iti"),
            'u' => Longest("ous"),
            'v' => Longest("ive"),
            'z' => Longest("ize"),
            _ => 0,
        };
        if (suffix > 0 && Measure(_length - suffix) > 1)
        {
            _length -= suffix;
        }
    }

    // Steps 5a and 5b.
    private void RemoveFinalE()
    {
        if (EndsWith("e"))
        {
            int measure = Measure(_length - 1);
            if (measure > 1 || (measure == 1 && !EndsInShortSyllable(_length - 1)))
            {
                _length--;
            }
        }

        if (EndsWith("ll") && Measure(_length) > 1)
        {
            _length--;
        }
    }

    private readonly bool EndsWith(ReadOnlySpan<char> suffix) => _word[.._length].EndsWith(suffix);

    private readonly int Longest(params ReadOnlySpan<string> suffixes)
    {
        foreach (string suffix in suffixes)
        {
            if (EndsWith(suffix))
            {
                return suffix.Length;
            }
        }

        return 0;
    }

    // True when the suffix is there, even if too little is left before it to replace it.
    private bool Replace(ReadOnlySpan<char> suffix, ReadOnlySpan<char> replacement)
    {
        if (!EndsWith(suffix))
        {
            return false;
        }

        int stem = _length - suffix.Length;
        if (Measure(stem) > 0)
        {
            replacement.CopyTo(_word[stem..]);
            _length = stem + replacement.Length;
        }

        return true;
    }

    // A y is a consonant at the begin and after a vowel.
    private readonly bool IsConsonant(int index) => _word[index] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => index == 0 || !IsConsonant(index - 1),
        _ => true,
    };

    // Number of changes from vowel to consonant in the first units: m of the paper.
    private readonly int Measure(int length)
    {
        int measure = 0;
        bool afterVowel = false;
        for (int i = 0; i < length; i++)
        {
            // As IsConsonant, but with the class of the unit before at hand: a y after a consonant is a vowel.
            bool isVowel = _word[i] switch
            {
                'a' or 'e' or 'i' or 'o' or 'u' => true,
                'y' => i > 0 && !afterVowel,
                _ => false,
            };
            if (afterVowel && !isVowel)
            {
                measure++;
            }

            afterVowel = isVowel;
        }

        return measure;
    }

    private readonly bool HasVowel(int length)
    {
        for (int i = 0; i < length; i++)
        {
            if (!IsConsonant(i))
            {
                return true;
            }
        }

        return false;
    }

    private readonly bool EndsInDoubleConsonant(int length) =>
        length >= 2 && _word[length - 1] == _word[length - 2] && IsConsonant(length - 1);

    // Consonant, vowel, consonant other than w, x, y: *o of the paper.
    private readonly bool EndsInShortSyllable(int length) =>
        length >= 3 && IsConsonant(length - 1) && !IsConsonant(length - 2) && IsConsonant(length - 3)
            && _word[length - 1] is not ('w' or 'x' or 'y');
}
