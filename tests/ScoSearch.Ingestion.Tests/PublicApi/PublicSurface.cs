using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ScoSearch.Ingestion.Tests.PublicApi;

/// <summary>Lists what a package shows to its users: one line a type or member, in ordinal order.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(char)] = "char", [typeof(double)] = "double",
        [typeof(float)] = "float", [typeof(int)] = "int", [typeof(long)] = "long", [typeof(object)] = "object",
        [typeof(short)] = "short", [typeof(string)] = "string", [typeof(uint)] = "uint", [typeof(ulong)] = "ulong",
        [typeof(ushort)] = "ushort", [typeof(void)] = "void",
    };

    /// <summary>The lines of an assembly.</summary>
    public static IReadOnlyList<string> Describe(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(Describe).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Describe(Type type)
    {
        string name = NameOf(type);
        yield return $"{name}: {KindOf(type)}{BaseOf(type)}";
        if (type.IsEnum)
        {
            foreach (string value in Enum.GetNames(type))
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture, $"{name}.{value} = {Convert.ToInt64(Enum.Parse(type, value), CultureInfo.InvariantCulture)}");
            }

            yield break;
        }

        // What the JSON generator writes follows from the types that are listed anyway.
        bool isGenerated = type.BaseType?.Name == "JsonSerializerContext";
        foreach (MemberInfo member in type.GetMembers(Declared).Where(member => IsWritten(member) && !isGenerated))
        {
            string? line = member switch
            {
                ConstructorInfo constructor when IsVisible(constructor) => $"{name}({ParametersOf(constructor)})",
                MethodInfo method when IsVisible(method) && !method.IsSpecialName || member.Name.StartsWith("op_", StringComparison.Ordinal) =>
                    DescribeMethod(name, (MethodInfo)member),
                PropertyInfo property when AccessorsOf(property) is { Length: > 0 } accessors =>
                    $"{name}.{property.Name}{IndexOf(property)} {{ {accessors} }}: {NameOf(property.PropertyType)}",
                FieldInfo field when field.IsPublic || field.IsFamily =>
                    $"{name}.{field.Name}: {(field.IsLiteral ? "const " : field.IsInitOnly ? "readonly " : "")}{NameOf(field.FieldType)}",
                _ => null,
            };
            if (line is not null)
            {
                yield return line;
            }
        }
    }

    private static string DescribeMethod(string type, MethodInfo method) =>
        $"{type}.{method.Name}{GenericsOf(method)}({ParametersOf(method)}): {NameOf(method.ReturnType)}"
        + (method.IsStatic ? " (static)" : method.IsAbstract ? " (abstract)" : method.IsVirtual && !method.IsFinal ? " (virtual)" : "");

    // Members that the compiler adds to records, and nested types, which are listed by themselves.
    private static bool IsWritten(MemberInfo member) =>
        member is not Type && member.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        && member.Name is not ("<Clone>$" or "EqualityContract" or "PrintMembers" or "Deconstruct");

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string AccessorsOf(PropertyInfo property)
    {
        List<string> accessors = [];
        if (property.GetMethod is { } getter && IsVisible(getter))
        {
            accessors.Add(getter.IsStatic ? "static get;" : "get;");
        }

        if (property.SetMethod is { } setter && IsVisible(setter))
        {
            bool isInit = setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
            accessors.Add(isInit ? "init;" : "set;");
        }

        return string.Join(' ', accessors);
    }

    private static string IndexOf(PropertyInfo property) => property.GetIndexParameters() is { Length: > 0 } index
        ? $"[{string.Join(", ", index.Select(parameter => NameOf(parameter.ParameterType)))}]"
        : "";

    private static string ParametersOf(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        (parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "")
        + $"{NameOf(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = …" : "")}"));

    private static string GenericsOf(MethodInfo method) => method.IsGenericMethod
        ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>"
        : "";

    private static string KindOf(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
        : type.IsValueType ? "struct"
        : type.IsAbstract && type.IsSealed ? "static class"
        : type.IsAbstract ? "abstract class"
        : type.IsSealed ? "sealed class"
        : "class";

    private static string BaseOf(Type type) =>
        type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum)
            ? $" of {NameOf(parent)}"
            : "";

    private static string NameOf(Type type)
    {
        if (Keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }

        if (type.IsByRef || type.IsPointer)
        {
            return NameOf(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return NameOf(type.GetElementType()!) + "[]";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        string space = type.Namespace?.StartsWith("ScoSearch", StringComparison.Ordinal) == true ? type.Namespace + "." : "";
        string name = type.IsNested ? $"{NameOf(type.DeclaringType!)}.{type.Name}" : space + type.Name;
        return type.IsGenericType
            ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
            : name;
    }
}
