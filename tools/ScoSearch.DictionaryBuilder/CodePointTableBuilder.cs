using System.IO;
using ScoSearch.Lucene.Analysis;

namespace ScoSearch.DictionaryBuilder;

/// <summary>Packs a list of code point ranges with class names into a <see cref="CodePointTable"/>.</summary>
internal static class CodePointTableBuilder
{
    /// <summary>Reads rows of first, last (hexadecimal) and class name; code points in no range get number 0.</summary>
    /// <param name="path">The table.</param>
    /// <param name="classNames">Class names; a class gets its index as number. The first is the default class.</param>
    public static byte[] Build(string path, ReadOnlySpan<string> classNames)
    {
        byte[] values = new byte[CodePointTable.BlockCount * CodePointTable.BlockSize];
        foreach (string[] row in TsvFile.ReadRows(path, 3))
        {
            int number = classNames.IndexOf(row[2]);
            if (number <= 0)
            {
                throw new InvalidDataException($"{Path.GetFileName(path)}: unknown class {row[2]}");
            }

            int first = TsvFile.ParseHex(row[0]);
            int last = TsvFile.ParseHex(row[1]);
            values.AsSpan(first, last - first + 1).Fill((byte)number);
        }

        return TwoStageWriter.Pack<byte>(values, CodePointTable.Magic);
    }
}
