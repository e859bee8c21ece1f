package throughline.app.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules hold on everything that the app brings along, which is everything. */
class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("throughline.core", "throughline.adapter", "throughline.app");

    @ParameterizedTest
    @EnumSource
    void holds(ArchitectureRules rule) {
        rule.check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("packagesOfModules")
    void looksAtEveryModule(String name) {
        assertTrue(
                PRODUCT.stream().anyMatch(type -> (type.getPackageName() + ".").startsWith(name + ".")),
                "no rule looks at " + name + ": is its module a dependency of bot/app?");
    }

    @Test
    void looksAtNoTest() {
        assertTrue(PRODUCT.stream().noneMatch(type -> type.getName().endsWith("Test")));
    }

    static List<String> packagesOfModules() throws IOException {
        try (Stream<Path> adapters = Files.list(Path.of("../../adapters"))) {
            Stream<String> names = adapters.filter(adapter -> Files.exists(adapter.resolve("pom.xml")))
                    .map(adapter -> "throughline.adapter." + adapter.getFileName());
            return Stream.concat(Stream.of("throughline.core", "throughline.app"), names)
                    .toList();
        }
    }
}
