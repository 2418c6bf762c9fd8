using System.CommandLine;

namespace ScoSearch.Cli.Commands;

/// <summary><c>scosearch completion SHELL</c>: a script that lets the shell complete commands and options.</summary>
/// <remarks>The scripts ask the tool itself, so they never go out of date.</remarks>
internal static class CompletionCommand
{
    private const string Bash = """
        _scosearch() {
          local IFS=$'\n'
          COMPREPLY=( $(scosearch "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null | grep -F -- "${COMP_WORDS[COMP_CWORD]}") )
          [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=( $(compgen -f -- "${COMP_WORDS[COMP_CWORD]}") )
        }
        complete -o filenames -F _scosearch scosearch
        """;

    private const string Zsh = """
        #compdef scosearch
        _scosearch() {
          local -a found
          found=("${(@f)$(scosearch "[suggest:${#BUFFER}]" "${BUFFER}" 2>/dev/null)}")
          compadd -a found
          _files
        }
        compdef _scosearch scosearch
        """;

    private const string Fish = """
        complete -c scosearch -a '(scosearch "[suggest:"(string length -- (commandline -p))"]" (commandline -p) 2>/dev/null)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName scosearch -ScriptBlock {
          param($word, $line, $cursor)
          scosearch "[suggest:$cursor]" "$line" 2>$null | ForEach-Object {
            [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
          }
        }
        """;

    public static Command Create(CommandContext context)
    {
        Argument<string> shell = new("shell") { HelpName = "bash|zsh|fish|pwsh" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        Command completion = new("completion", context.Texts.Of("输出供 shell 补全的脚本", "print a script for completion in the shell"))
        {
            shell,
        };
        completion.SetAction(parse =>
        {
            context.Terminal.Out.WriteLine(parse.GetValue(shell) switch
            {
                "zsh" => Zsh,
                "fish" => Fish,
                "pwsh" => PowerShell,
                _ => Bash,
            });
            return ExitCodes.Success;
        });
        return completion;
    }
}
