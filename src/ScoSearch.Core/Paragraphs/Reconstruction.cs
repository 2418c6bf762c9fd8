using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>One run over one document: the stages in their order.</summary>
/// <param name="source">The text.</param>
/// <param name="knowledge">A dictionary, or null.</param>
internal sealed class Reconstruction(ExtractedText source, IWordKnowledge? knowledge)
{
    private readonly CharacterFingerprint _fingerprint = new();

    /// <summary>Runs all stages; null when the result does not hold every character of the source exactly once.</summary>
    public ReconstructedDocument? Run()
    {
        string text = source.Text;
        WordEvidence words = new(text, knowledge);
        List<Leftover> leftovers = LeftoverFinder.Find(text);
        List<SourceLine> lines = LineScanner.Scan(source, leftovers);
        PageFinder.MarkPageTops(lines);
        FurnitureFinder.Label(text, lines, source.Layout);
        PageFinder.MarkPagesByFurniture(lines);
        List<Marker> markers = MarkerFinder.Find(text, lines);
        NoteBlockFinder.Label(text, lines, markers);
        StrayFinder.Label(text, lines, words);
        List<Footnote> notes = FootnoteFinder.Label(text, lines, markers);
        if (source.Layout == TextLayout.Lines)
        {
            TypesetBlanks.Measure(text, lines);
        }

        List<RegimeReport> regimes = RegimeSegmenter.Assign(text, lines, source.Layout);
        LineFragments.Label(text, lines);
        List<Block> blocks = new BlockBuilder(text, lines, notes, words).Build();
        FootnoteLinker links = FootnoteLinker.Link(text, lines, markers, notes);
        TextComposer composer = new(text, leftovers, links.Accepted, words, _fingerprint);
        foreach (Block block in blocks)
        {
            block.Composed = composer.Compose(block);
        }

        new KindAssigner(blocks).Assign();
        PullOutFinder.Label(blocks);
        new ColumnLinker(text, blocks, words).Link();
        HeadingNumbers.Assign(blocks);
        RemoveOutsideLines(lines, leftovers, composer.Removed);
        List<Paragraph> paragraphs = new ParagraphAssembler(blocks, text, links).Assemble(out int linked, out int unlinked);
        if (!Verify(paragraphs))
        {
            return null;
        }

        foreach (Block block in blocks.Where(b => b.Kind == ParagraphKind.Noise))
        {
            composer.Removed.Add("labelled:" + (block.First.Rule ?? "display"), block.Composed.Text.Length);
        }

        ReconstructionReport report = new()
        {
            ReaderName = source.ReaderName,
            Encoding = source.Encoding,
            LineCount = source.Lines.Count,
            PageCount = lines.Count == 0 ? 0 : lines[^1].Page,
            Regimes = regimes,
            ParagraphsByKind = CountKinds(paragraphs),
            Removed = composer.Removed.ToList(source.RemovedByReader),
            FootnotesLinked = linked,
            FootnotesUnlinked = unlinked,
        };
        DocumentMetadata metadata = source.Metadata.MergedWith(TextMetadata.Find(paragraphs));
        return new ReconstructedDocument(source.Id, source.Path, paragraphs, metadata, report);
    }

    private static Dictionary<ParagraphKind, int> CountKinds(List<Paragraph> paragraphs)
    {
        Span<int> counts = stackalloc int[32];
        Dictionary<ParagraphKind, int> byKind = [];
        foreach (Paragraph paragraph in paragraphs)
        {
            counts[(int)paragraph.Kind]++;
        }

        for (int kind = 0; kind < counts.Length; kind++)
        {
            if (counts[kind] > 0)
            {
                byKind[(ParagraphKind)kind] = counts[kind];
            }
        }

        return byKind;
    }

    // Leftovers and invisible characters that no line holds: before, between and after the lines.
    private void RemoveOutsideLines(List<SourceLine> lines, List<Leftover> leftovers, RemovalLog removed)
    {
        int at = 0, leftover = 0;
        for (int i = 0; i <= lines.Count; i++)
        {
            int end = i < lines.Count ? lines[i].Start : source.Text.Length;
            ReadOnlySpan<char> gap = source.Text.AsSpan(at, end - at);
            if (!gap.IsWhiteSpace())
            {
                while (leftover < leftovers.Count && leftovers[leftover].Start < end)
                {
                    Leftover one = leftovers[leftover++];
                    if (one.Start >= at)
                    {
                        Remove(one.Start, one.End, one.Rule, removed);
                    }
                }

                RemoveInvisible(at, end, leftovers, leftover, removed);
            }

            at = i < lines.Count ? lines[i].End : end;
        }
    }

    // "after" is the number of leftovers that begin before the end of the range.
    private void RemoveInvisible(int from, int to, List<Leftover> leftovers, int after, RemovalLog removed)
    {
        int leftover = after;
        while (leftover > 0 && leftovers[leftover - 1].End > from)
        {
            leftover--;
        }

        for (int i = from; i < to; i++)
        {
            if (leftover < after && i >= leftovers[leftover].Start)
            {
                i = Math.Max(i, leftovers[leftover++].End - 1);
            }
            else if (CharClass.IsInvisible(source.Text[i]))
            {
                Remove(i, i + 1, "invisible", removed);
            }
        }
    }

    private void Remove(int from, int to, string rule, RemovalLog removed)
    {
        _fingerprint.Remove(source.Text.AsSpan(from, to - from));
        removed.Add(rule, CharClass.CountText(source.Text.AsSpan(from, to - from)));
    }

    // A space at a seam stands for the line end in the source.
    private static bool EqualButForBlanks(ReadOnlySpan<char> ours, ReadOnlySpan<char> theirs)
    {
        for (int i = 0; i < ours.Length; i++)
        {
            if (ours[i] != theirs[i] && !(CharClass.IsSpace(ours[i]) && CharClass.IsSpace(theirs[i])))
            {
                return false;
            }
        }

        return true;
    }

    // Every character of the source is in one paragraph or was taken out by a rule, and every paragraph holds the
    // characters its map points to.
    private bool Verify(List<Paragraph> paragraphs)
    {
        _fingerprint.Add(source.Text);
        foreach (Paragraph paragraph in paragraphs)
        {
            _fingerprint.Remove(paragraph.Text);
            for (int i = 0; i < paragraph.SourceMap.RunCount; i++)
            {
                OffsetRun run = paragraph.SourceMap.RunAt(i);
                ReadOnlySpan<char> ours = paragraph.Text.AsSpan(run.TextStart, run.Length);
                ReadOnlySpan<char> theirs = source.Text.AsSpan(run.SourceStart, run.Length);
                if (!ours.SequenceEqual(theirs) && !EqualButForBlanks(ours, theirs))
                {
                    return false;
                }
            }
        }

        return _fingerprint.IsZero;
    }
}
