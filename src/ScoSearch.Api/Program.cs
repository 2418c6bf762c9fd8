using ScoSearch.Api.Endpoints;
using ScoSearch.Api.Hosting;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
builder.Services.AddOptions<ServiceOptions>().BindConfiguration(ServiceOptions.Section);
builder.Services.AddProblemDetails();
builder.Services.AddSingleton<IndexHolder>();
builder.Services.AddHostedService<IndexStartup>();

WebApplication app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.MapHealth();
app.MapSearch();
app.Run();
