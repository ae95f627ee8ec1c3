export interface Purchase {
  price: number;
}
