package throughline.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link Addresses} do. Each test begins with none. */
public abstract class AddressesContract {
    protected abstract Addresses addresses();

    @Test
    void an_address_that_nobody_told_is_not_known() {
        assertEquals(Optional.empty(), addresses().find("teams", "19:a"));
    }

    @Test
    void a_learned_address_is_found_byte_for_byte() {
        addresses().learn("teams", "19:a@thread.tacv2", "{\"url\":\"https://smba.example/é\"}");
        assertEquals(
                Optional.of("{\"url\":\"https://smba.example/é\"}"), addresses().find("teams", "19:a@thread.tacv2"));
    }

    @Test
    void the_newest_address_wins() {
        addresses().learn("teams", "19:a", "old");
        addresses().learn("teams", "19:a", "new");
        assertEquals(Optional.of("new"), addresses().find("teams", "19:a"));
    }

    @Test
    void platforms_and_places_are_kept_apart() {
        addresses().learn("teams", "a:b", "one");
        addresses().learn("teams:a", "b", "two");
        assertEquals(Optional.of("one"), addresses().find("teams", "a:b"));
        assertEquals(Optional.of("two"), addresses().find("teams:a", "b"));
        assertEquals(Optional.empty(), addresses().find("teams", "A:B"));
    }
}
