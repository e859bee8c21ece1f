package throughline.adapter.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeysTest {
    @Test
    void the_documentation_has_the_table_of_all_keys() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertTrue(readme.contains(Keys.table()), () -> "README.md should have this table:\n" + Keys.table());
    }

    @Test
    void every_method_spells_the_example_of_one_shape() throws ReflectiveOperationException {
        Set<String> examples = Keys.SHAPES.stream().map(Keys.Shape::example).collect(Collectors.toSet());
        List<Method> methods = Arrays.stream(Keys.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == Key.class)
                .toList();
        assertEquals(examples.size(), methods.size());
        for (Method method : methods) {
            assertTrue(examples.stream().anyMatch(example -> spells(method, example)), method.getName());
        }
    }

    private static boolean spells(Method method, String example) {
        String start = "tl:{acme}:" + method.getName();
        Object[] arguments = method.getParameterCount() == 1
                ? new Object[] {"acme"}
                : new Object[] {"acme", example.substring(Math.min(example.length(), start.length() + 1))};
        try {
            return new Key(example).equals(method.invoke(null, arguments));
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError(failure.getMessage(), failure);
        }
    }

    @Test
    void every_key_has_the_organization_as_its_hash_tag() {
        for (Keys.Shape shape : Keys.SHAPES) {
            assertTrue(shape.pattern().startsWith("tl:{T}:"), shape.pattern());
            assertTrue(shape.example().startsWith("tl:{acme}:"), shape.example());
        }
        assertEquals(new Key("tl:{acme}:seen:$1{}"), Keys.seen("acme", "$1{}"));
    }

    @Test
    void an_organization_that_cannot_be_a_hash_tag_is_refused() {
        for (String id : List.of("", "a b", "{a}", "a:b", "x".repeat(65))) {
            assertThrows(IllegalArgumentException.class, () -> Keys.organization(id));
        }
        assertEquals("acme-2.eu", Keys.organization("acme-2.eu"));
    }

    @Test
    void nothing_else_spells_a_key() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                boolean isKeys = source.endsWith("Keys.java");
                assertEquals(isKeys, Files.readString(source).contains("tl:{"), source.toString());
            }
        }
    }
}
