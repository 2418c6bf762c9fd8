using System.Runtime.InteropServices;

namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>A word of a text.</summary>
/// <param name="Start">First unit, counted from the begin of the window.</param>
/// <param name="End">Unit behind the last one.</param>
/// <param name="UserWord">Number of the user word in its dictionary, from 1; 0 for other words.</param>
/// <param name="IsPlainHan">True for at most <see cref="Token.ShortLength"/> Han characters without white space between
/// them.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WordSpan(int Start, int End, int UserWord, bool IsPlainHan);
