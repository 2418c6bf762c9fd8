using ScoSearch.Lucene.Packed;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Writes the numeric entry that <see cref="NumericEntry"/> reads.</summary>
internal readonly struct NumericEntryWriter(IndexOutput meta, IndexOutput data)
{
    private const int NoTable = -1;

    /// <summary>Writes documents and values.</summary>
    /// <param name="docs">The documents, in the data file already.</param>
    /// <param name="values">All values in document order.</param>
    public void Write(DocsWithField docs, ReadOnlySpan<long> values)
    {
        docs.WriteMeta(meta);
        meta.WriteInt64(values.Length);
        NumericStatistics statistics = NumericStatistics.Of(values);
        long start = data.Position;
        long jumpTable = -1;
        if (statistics.Max <= statistics.Min)
        {
            WriteShape(NoTable, 0, statistics.Min, statistics.Divisor);
        }
        else if (statistics.Table is long[] table)
        {
            WriteWithTable(values, table);
        }
        else if (statistics.BlocksPayOff)
        {
            WriteShape(
                -2 - DocValuesFormat.NumericBlockShift, DocValuesFormat.VaryingWidth, statistics.Min, statistics.Divisor);
            jumpTable = WriteBlocks(values, statistics.Divisor);
        }
        else
        {
            WritePlain(values, statistics);
        }

        meta.WriteInt64(start);
        meta.WriteInt64(data.Position - start);
        meta.WriteInt64(jumpTable);
    }

    private void WriteShape(int tableSize, int width, long min, long divisor)
    {
        meta.WriteInt32(tableSize);
        meta.WriteByte((byte)width);
        meta.WriteInt64(min);
        meta.WriteInt64(divisor);
    }

    private void WriteWithTable(ReadOnlySpan<long> values, long[] table)
    {
        meta.WriteInt32(table.Length);
        foreach (long value in table)
        {
            meta.WriteInt64(value);
        }

        int width = BitWidths.Direct(table.Length - 1);
        meta.WriteByte((byte)width);
        meta.WriteInt64(0);
        meta.WriteInt64(1);
        DirectWriter writer = new(data, width);
        foreach (long value in values)
        {
            writer.Add(Array.BinarySearch(table, value));
        }

        writer.Finish();
    }

    private void WritePlain(ReadOnlySpan<long> values, NumericStatistics statistics)
    {
        long min = statistics.Min;
        int width = BitWidths.Direct((statistics.Max - min) / statistics.Divisor);
        if (statistics.Divisor == 1 && min > 0 && BitWidths.Direct(statistics.Max) == BitWidths.Direct(statistics.Max - min))
        {
            // Nothing is saved by subtracting, so the reader need not add.
            min = 0;
        }

        WriteShape(NoTable, width, min, statistics.Divisor);
        WritePacked(values, width, min, statistics.Divisor);
    }

    // Returns where the jump table begins.
    private long WriteBlocks(ReadOnlySpan<long> values, long divisor)
    {
        List<long> starts = [];
        while (!values.IsEmpty)
        {
            ReadOnlySpan<long> block = values[..Math.Min(1 << DocValuesFormat.NumericBlockShift, values.Length)];
            values = values[block.Length..];
            starts.Add(data.Position);
            WriteBlock(block, divisor);
        }

        long jumpTable = data.Position;
        foreach (long start in starts)
        {
            data.WriteInt64(start);
        }

        data.WriteInt64(jumpTable);
        return jumpTable;
    }

    private void WriteBlock(ReadOnlySpan<long> block, long divisor)
    {
        long min = long.MaxValue;
        long max = long.MinValue;
        foreach (long value in block)
        {
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }

        if (min == max)
        {
            data.WriteByte(0);
            data.WriteInt64(min);
            return;
        }

        int width = BitWidths.Direct((max - min) / divisor);
        data.WriteByte((byte)width);
        data.WriteInt64(min);
        data.WriteInt32((int)DirectWriter.LengthInBytes(block.Length, width));
        WritePacked(block, width, min, divisor);
    }

    private void WritePacked(ReadOnlySpan<long> values, int width, long min, long divisor)
    {
        DirectWriter writer = new(data, width);
        if (divisor == 1)
        {
            foreach (long value in values)
            {
                writer.Add(value - min);
            }
        }
        else
        {
            foreach (long value in values)
            {
                writer.Add((value - min) / divisor);
            }
        }

        writer.Finish();
    }
}
