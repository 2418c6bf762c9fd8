namespace ScoSearch.Cli.Commands;

/// <summary>Whole lines of an input. Immutable.</summary>
/// <param name="FirstLine">Number of the first line, from 1.</param>
/// <param name="Bytes">The lines with their line ends; the last may lack it.</param>
internal sealed record LineBatch(long FirstLine, byte[] Bytes);
