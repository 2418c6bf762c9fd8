# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/ScoSearch.Api/ScoSearch.Api.csproj -c Release -o /app \
 && dotnet publish src/ScoSearch.Cli/ScoSearch.Cli.csproj -c Release -o /app/cli

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
 && apt-get install -y --no-install-recommends poppler-utils poppler-data curl \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
COPY --chown=$APP_UID:$APP_UID index-data /app/index-data
ENV ASPNETCORE_HTTP_PORTS=5080 \
    SCOSEARCH_INDEX=/app/index-data/index
VOLUME ["/app/index-data"]
USER $APP_UID
EXPOSE 5080
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s \
  CMD ["curl", "--fail", "--silent", "http://127.0.0.1:5080/readyz"]
ENTRYPOINT ["dotnet", "ScoSearch.Api.dll"]
