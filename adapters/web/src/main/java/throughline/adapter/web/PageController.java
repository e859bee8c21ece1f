package throughline.adapter.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The page and what it is made of. Read once: it is small, and a jar that is replaced under a running bot does no harm. */
@LocalOnly
@Requires(property = "throughline.local", value = "true")
@Controller
final class PageController {
    private final byte[] page = resource("index.html");
    private final byte[] style = resource("chat.css");
    private final byte[] script = resource("chat.js");
    private final byte[] logo = resource("logo.svg");

    @Get
    @Produces(MediaType.TEXT_HTML)
    byte[] page() {
        return page;
    }

    @Get("/local/chat.css")
    @Produces(MediaType.TEXT_CSS)
    byte[] style() {
        return style;
    }

    @Get("/local/chat.js")
    @Produces("text/javascript")
    byte[] script() {
        return script;
    }

    @Get("/local/logo.svg")
    @Produces("image/svg+xml")
    byte[] logo() {
        return logo;
    }

    private static byte[] resource(String name) {
        try (InputStream stream = PageController.class.getResourceAsStream("local/" + name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
