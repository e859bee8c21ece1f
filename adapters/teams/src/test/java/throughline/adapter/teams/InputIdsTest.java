package throughline.adapter.teams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class InputIdsTest {
    @Test
    void an_input_never_replaces_what_the_button_carries() {
        InputIds.OURS.forEach(ours -> {
            assertFalse(InputIds.OURS.contains(InputIds.drawn(ours)), ours);
            assertEquals(ours, InputIds.heard(InputIds.drawn(ours)));
        });
    }

    @Test
    void other_inputs_keep_their_ids() {
        assertEquals("success.1.by", InputIds.drawn("success.1.by"));
        assertEquals("success.1.by", InputIds.heard("success.1.by"));
        assertEquals("field.note", InputIds.heard("field.note"));
    }
}
