package com.nowinfinity.xpm.simulator.wire;

/** Plain pages: no script, one small style sheet inside. */
public final class Html {

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;color:#1c2733;background:#f4f6f8;margin:0}
            main{max-width:32rem;margin:3rem auto;padding:2rem;background:#fff;border:1px solid #d5dbe1;border-radius:6px}
            h1{font-size:1.4rem;margin-top:0}h2{font-size:1rem}fieldset{border:1px solid #d5dbe1;margin:0 0 1rem}
            button{font:inherit;padding:.5rem 1.2rem;border:1px solid #5a6875;border-radius:4px;background:#fff;color:#1c2733}
            button.first{background:#0b5cad;border-color:#0b5cad;color:#fff}small{color:#4a5763}a{color:#0b5cad}
            """;

    private Html() {}

    public static Answer page(String title, String body) {
        String html = """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>%s</title><link rel="icon" href="data:,"><style>%s</style></head><body><main>%s</main></body></html>
                """.formatted(escaped(title), STYLE, body);
        return Answer.html(200, html)
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'")
                .with("X-Content-Type-Options", "nosniff");
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
