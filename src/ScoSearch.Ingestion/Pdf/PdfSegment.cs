namespace ScoSearch.Ingestion.Pdf;

/// <summary>A line of text on a page, or a part of one between wide gaps. Coordinates are points from the top left.</summary>
internal sealed record PdfSegment(string Text, double Left, double Top, double Right, double Bottom, int Block)
{
    /// <summary>Height of the line.</summary>
    public double Height => Bottom - Top;

    /// <summary>Vertical middle.</summary>
    public double Middle => (Top + Bottom) / 2;

    /// <summary>Width.</summary>
    public double Width => Right - Left;
}
