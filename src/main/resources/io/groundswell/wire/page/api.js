SwaggerUIBundle({
    urls: [
        { name: "missions", url: "/v1/openapi.json" },
        { name: "creators", url: "/api/v1/openapi.json" },
        { name: "operators", url: "/internal/openapi.json" },
        { name: "site", url: "/openapi.json" },
    ],
    "urls.primaryName": "missions",
    dom_id: "#swagger-ui",
    deepLinking: true,
    filter: true,
    // Nobody else is told which document is looked at.
    validatorUrl: "none",
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    plugins: [SwaggerUIBundle.plugins.DownloadUrl],
    layout: "StandaloneLayout",
});
