# syntax=docker/dockerfile:1
# The service in a container, without root, with Poppler for PDF files. It listens on all addresses of the container, so it needs a key
# (ScoSearch__Security__Keys__0__Name, __Hash, __Scopes__0; "scosearch key" makes one) or ScoSearch__Security__AllowUnprotected=true:
#   docker build -t scosearch . && docker run -p 127.0.0.1:5080:5080 -e ScoSearch__Security__AllowUnprotected=true scosearch
# The index is built at the first start; mount a volume at /app/index-data to keep it, with your own corpus/ and dictionaries/.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# What is restored changes seldom: a layer of its own.
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props .editorconfig ./
COPY src/ScoSearch.Lucene/*.csproj src/ScoSearch.Lucene/
COPY src/ScoSearch.Core/*.csproj src/ScoSearch.Core/
COPY src/ScoSearch.Ingestion/*.csproj src/ScoSearch.Ingestion/
COPY src/ScoSearch.Api/*.csproj src/ScoSearch.Api/
RUN dotnet restore src/ScoSearch.Api/ScoSearch.Api.csproj
COPY README.md ./
COPY src src
RUN dotnet publish src/ScoSearch.Api/ScoSearch.Api.csproj -c Release -o /app --no-restore

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl poppler-data poppler-utils \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
COPY --chown=$APP_UID:$APP_UID index-data /app/index-data
ENV ASPNETCORE_HTTP_PORTS=5080 \
    ScoSearch__DataPath=/app/index-data \
    Urls=http://+:5080
VOLUME ["/app/index-data"]
USER $APP_UID
EXPOSE 5080
HEALTHCHECK --interval=15s --timeout=3s --start-period=60s \
  CMD ["curl", "--fail", "--silent", "http://127.0.0.1:5080/readyz"]
ENTRYPOINT ["dotnet", "ScoSearch.Api.dll"]
