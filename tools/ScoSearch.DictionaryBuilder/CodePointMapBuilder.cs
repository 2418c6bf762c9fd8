using System.IO;
using ScoSearch.Lucene.Analysis;

namespace ScoSearch.DictionaryBuilder;

/// <summary>Packs a list of code point mappings into a <see cref="CodePointMap"/>.</summary>
internal static class CodePointMapBuilder
{
    /// <summary>Reads rows of code point and image (hexadecimal); code points in no row map to themselves.</summary>
    /// <exception cref="InvalidDataException">A mapping changes the number of UTF-16 units.</exception>
    public static byte[] Build(string path)
    {
        int[] distances = new int[CodePointTable.BlockCount * CodePointTable.BlockSize];
        foreach (string[] row in TsvFile.ReadRows(path, 2))
        {
            int codePoint = TsvFile.ParseHex(row[0]);
            int image = TsvFile.ParseHex(row[1]);
            if ((codePoint > char.MaxValue) != (image > char.MaxValue))
            {
                throw new InvalidDataException($"U+{codePoint:X4} maps to another number of units");
            }

            distances[codePoint] = image - codePoint;
        }

        return TwoStageWriter.Pack<int>(distances, CodePointMap.Magic);
    }
}
