package throughline.app.architecture;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Classes in the product's own packages, compiled in the test and alone: so the very rule that guards the product meets
 * them, and a vendor's package can be a line here instead of a dependency.
 */
record Sources(List<Sources.Source> each) {
    private static final Pattern TYPE = Pattern.compile("(?:class|record|enum|interface) (\\w+)");
    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();
    // Opened once: it reads the JDK's own classes.
    private static final StandardJavaFileManager JDK = JAVAC.getStandardFileManager(null, null, null);

    /** Adds a type, without its package line. */
    Sources with(String packageName, String type) {
        return with(new Sources(List.of(new Source(packageName, type))));
    }

    Sources with(Sources others) {
        return new Sources(Stream.concat(each.stream(), others.each.stream()).toList());
    }

    JavaClasses compiledInto(Path directory) {
        var options = List.of("-d", directory.toString(), "-proc:none", "-classpath", directory.toString());
        if (!JAVAC.getTask(null, JDK, null, options, null, each).call())
            throw new IllegalArgumentException("does not compile: " + this);
        return new ClassFileImporter().importPath(directory);
    }

    @Override
    public String toString() {
        return each.stream().map(source -> source.type).collect(joining(" "));
    }

    static final class Source extends SimpleJavaFileObject {
        private final String packageName;
        private final String type;

        Source(String packageName, String type) {
            super(URI.create("/" + packageName.replace('.', '/') + "/" + name(type) + ".java"), Kind.SOURCE);
            this.packageName = packageName;
            this.type = type;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return "package " + packageName + "; " + type;
        }

        private static String name(String type) {
            Matcher name = TYPE.matcher(type);
            if (!name.find()) throw new IllegalArgumentException("no type: " + type);
            return name.group(1);
        }
    }
}
