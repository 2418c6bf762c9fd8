using System.Buffers.Text;
using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using ScoSearch.Cli.Output;

namespace ScoSearch.Cli.Commands;

/// <summary><c>scosearch key</c>: a new key for the service, and the hash that stands in its configuration.</summary>
internal static class KeyCommand
{
    private const int KeyLengthInBytes = 32;

    public static Command Create(CommandContext context)
    {
        Option<string> format = context.Format("text", "json");
        Command key = new("key", context.Texts.Of("生成服务的密钥及其散列", "make a key for the service, and its hash"))
        {
            format,
        };
        key.SetAction(parse => Run(context, parse.GetValue(format) == "json"));
        return key;
    }

    private static int Run(CommandContext context, bool json)
    {
        string key = "sco_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyLengthInBytes));
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        if (json)
        {
            JsonOutput.WriteLine(context.Terminal, j =>
            {
                j.WriteStartObject();
                j.WriteString("key", key);
                j.WriteString("hash", hash);
                j.WriteEndObject();
            });
            return ExitCodes.Success;
        }

        Texts texts = context.Texts;
        context.Terminal.Out.WriteLine(texts.Of($"密钥（只显示这一次）：{key}", $"key (shown this once): {key}"));
        context.Terminal.Out.WriteLine(texts.Of($"散列（写进配置）：{hash}", $"hash (for the configuration): {hash}"));
        return ExitCodes.Success;
    }
}
