using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ScoSearch.Cli;

/// <summary>The usual help, followed by examples.</summary>
internal sealed class HelpWithExamples(HelpAction standard, CommandContext context) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        int code = standard.Invoke(parseResult);
        System.IO.TextWriter output = context.Terminal.Out;
        output.WriteLine(context.Texts.Of("例：", "Examples:"));
        foreach (string example in ExamplesOf(parseResult.CommandResult.Command.Name))
        {
            output.WriteLine("  " + example);
        }

        return code;
    }

    private static string[] ExamplesOf(string command) => command switch
    {
        "index" =>
        [
            "scosearch index index-data/corpus",
            "scosearch index 'reports/**/*.docx' --prune --dry-run",
            "scosearch index --rebuild --format json",
            "scosearch index notes --watch",
        ],
        "search" =>
        [
            "scosearch search 三股势力",
            "scosearch search '“上海精神” -文化' --limit 5 --context 1",
            "scosearch search 能源合作 --sort date --collapse 2 --facets source,year",
            "scosearch search 上海精神 --limit 1 --explain --citation",
            "scosearch search 托卡耶夫 --format json | jq -r '.hits[].text'",
        ],
        "show" => ["scosearch show 02-charter-and-spirit.md#12 --context 2"],
        "inspect" => ["scosearch inspect paper.pdf", "scosearch inspect page.html --format jsonl"],
        "analyze" =>
        [
            "echo 上海合作组织 | scosearch analyze",
            "scosearch analyze --analyzer smartcn --input jsonl corpus.jsonl > tokens.jsonl",
        ],
        "check" => ["scosearch check", "scosearch check --repair", "scosearch check --index /srv/index --format json"],
        "stats" => ["scosearch stats --format json"],
        "dict" or "list" or "validate" or "add" or "remove" =>
            ["scosearch dict list words", "scosearch dict validate", "scosearch dict add 中吉乌铁路 --frequency 500"],
        "suggest" => ["scosearch suggest 上海", "scosearch suggest shhzzz --limit 5", "scosearch suggest qdfh --format json"],
        "eval" => ["scosearch eval --corpus corpus.jsonl.gz --queries queries.jsonl --run scosearch.run --depth 100"],
        "serve" => ["scosearch serve", "scosearch serve --data /srv/scosearch --urls http://127.0.0.1:8080"],
        "key" => ["scosearch key", "scosearch key --format json"],
        "completion" => ["source <(scosearch completion bash)", "scosearch completion fish > ~/.config/fish/completions/scosearch.fish"],
        "export" => ["scosearch export > paragraphs.jsonl", "scosearch export --format opensearch > bulk.ndjson", "scosearch export --mapping"],
        _ => ["scosearch index index-data/corpus", "scosearch search 三股势力", "scosearch check"],
    };
}
