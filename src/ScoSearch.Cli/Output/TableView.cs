using Spectre.Console;

namespace ScoSearch.Cli.Output;

/// <summary>Shows rows as a table; for terminals only, as other programs read lines more easily.</summary>
internal static class TableView
{
    /// <summary>Writes a table as wide as it needs to be, or as the terminal is.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="columns">Heads of the columns; those of numbers stand at the right.</param>
    /// <param name="rows">A cell for each column. Any text: it is shown, never obeyed.</param>
    public static void Write(
        Terminal terminal, IReadOnlyList<(string Head, bool IsNumber)> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        Table table = new() { Border = TableBorder.Rounded };
        foreach ((string head, bool isNumber) in columns)
        {
            table.AddColumn(new TableColumn(new Text(head, new Spectre.Console.Style(decoration: Decoration.Bold)))
            {
                Alignment = isNumber ? Justify.Right : Justify.Left,
                NoWrap = isNumber,
            });
        }

        foreach (IReadOnlyList<string> row in rows)
        {
            table.AddRow(row.Select(cell => new Text(VisibleText.Of(cell))));
        }

        terminal.Console.Write(table);
    }

    /// <summary>Writes names and values.</summary>
    public static void WriteValues(Terminal terminal, IEnumerable<(string Name, string Value)> rows)
    {
        Grid grid = new();
        grid.AddColumn(new GridColumn().NoWrap());
        grid.AddColumn();
        foreach ((string name, string value) in rows)
        {
            grid.AddRow(
                new Text(name, new Spectre.Console.Style(decoration: Decoration.Bold)), new Text(VisibleText.Of(value)));
        }

        terminal.Console.Write(grid);
    }
}
