package throughline.core.conversation;

class InMemoryAddressesTest extends AddressesContract {
    private final Addresses addresses = new InMemoryAddresses();

    @Override
    protected Addresses addresses() {
        return addresses;
    }
}
