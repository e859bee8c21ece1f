package throughline.adapter.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import throughline.core.interchange.Import;
import throughline.core.interchange.Problem;

class MistakesTest {
    private final Import read = Imports.read(Approved.text(Approved.resource("mistakes.yaml")));

    @Test
    void a_file_with_many_different_mistakes_gets_one_clear_message_for_each() {
        Approved.assertHolds(Approved.resource("mistakes.approved.txt"), String.join("\n", Imports.told(read)) + "\n");
        assertTrue(Imports.told(read).size() >= 30);
        assertEquals(Imports.told(read).size(), new HashSet<>(Imports.told(read)).size());
    }

    @Test
    void nothing_of_it_is_taken() {
        assertInstanceOf(Import.Misread.class, read);
    }

    @Test
    void the_messages_are_in_the_order_of_the_file() {
        List<Problem> problems = ((Import.Misread) read).problems();
        assertEquals(problems.stream().sorted().toList(), problems);
    }
}
