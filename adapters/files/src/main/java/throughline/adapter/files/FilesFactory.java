package throughline.adapter.files;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import throughline.core.interchange.Documents;
import throughline.core.ritual.Calendars;

/** What this adapter offers to the application. */
@Factory
final class FilesFactory {
    @Singleton
    Documents documents() {
        return new YamlDocuments();
    }

    @Singleton
    Calendars calendars() {
        return new ICalendars();
    }
}
